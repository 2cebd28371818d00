package org.mandelspark.report;

import java.util.List;
import org.mandelspark.study.BalanceResult;
import org.mandelspark.study.GranularityResult;
import org.mandelspark.study.HeadToHeadResult;
import org.mandelspark.study.ScalingResult;
import org.mandelspark.study.SingleRun;
import org.mandelspark.study.StudyResult;

/** Reports of all kinds of studies. */
public final class StudyReports {
    /** Scaling over numbers of workers. */
    public static final StudyReport<ScalingResult> SCALING = new ScalingReport();

    /** Schedules against each other. */
    public static final StudyReport<BalanceResult> BALANCE = new BalanceReport();

    /** Kernels and engines against each other. */
    public static final StudyReport<HeadToHeadResult> KERNELS = new KernelsReport();

    /** Sizes of tasks against each other. */
    public static final StudyReport<GranularityResult> GRANULARITY = new GranularityReport();

    /** A run that a job has recorded. */
    static final StudyReport<SingleRun> SINGLE_RUN = new SingleRunReport();

    private static final List<StudyReport<?>> ALL = List.of(SCALING, BALANCE, KERNELS, GRANULARITY, SINGLE_RUN);

    private StudyReports() {}

    /** The report of a result. */
    static StudyReport.Told<?> of(StudyResult result) {
        return ALL.stream()
                .flatMap(report -> report.told(result).stream())
                .findFirst()
                .orElseThrow();
    }
}
