package org.mandelspark.report;

import java.util.List;
import org.mandelspark.engine.WorkerReport;
import org.mandelspark.report.TextTable.Side;

/** Workers, one line each, for the terminal. */
public final class HostsTable {
    private final List<WorkerReport> workers;

    /**
     * A table.
     *
     * @param workers in the order of its lines
     */
    public HostsTable(List<WorkerReport> workers) {
        this.workers = List.copyOf(workers);
    }

    /** The table, as wide as names of hosts make it. */
    public List<String> lines() {
        TextTable table = new TextTable()
                .column("rank", Side.RIGHT)
                .column("size", Side.RIGHT)
                .column("host", Side.LEFT)
                .column("executor", Side.LEFT)
                .column("slot", Side.RIGHT)
                .column("process", Side.RIGHT)
                .column("cores", Side.RIGHT)
                .column("java", Side.LEFT);
        workers.forEach(worker -> table.row(
                String.valueOf(worker.rank()),
                String.valueOf(worker.size()),
                worker.host(),
                worker.executor(),
                String.valueOf(worker.slot()),
                String.valueOf(worker.processId()),
                String.valueOf(worker.cores()),
                worker.jvm()));
        return table.lines();
    }
}
