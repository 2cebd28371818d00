package org.mandelspark.report;

import java.util.List;
import org.mandelspark.hosts.WorkerReport;
import org.mandelspark.report.TextTable.Side;

/** Shows workers on the terminal, a line each. */
public final class HostsTable {
    private HostsTable() {}

    /** Makes a table as wide as the names of hosts need, in the order of the workers. */
    public static List<String> lines(List<WorkerReport> workers) {
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
