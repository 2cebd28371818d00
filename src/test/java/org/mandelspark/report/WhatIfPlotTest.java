package org.mandelspark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.mandelspark.eventlog.EventLog;
import org.mandelspark.eventlog.SharedLogs;
import org.mandelspark.study.AnalysisRequest;
import org.mandelspark.study.LogAnalysis;

class WhatIfPlotTest {
    @Test
    void theAxisGoesFromTheFewestSlotsToTheMost() {
        String log = SharedLogs.log("attempt_1_eventlog.zstd").toString();
        AnalysisRequest request = new AnalysisRequest(
                List.of(16, 128), List.of(), AnalysisRequest.Trust.WHEN_CHECKED, AnalysisRequest.Names.HIDDEN);
        Range slots = WhatIfPlot.of(new LogAnalysis(EventLog.read(log), request).execute())
                .orElseThrow()
                .body()
                .getDomainAxis()
                .getRange();
        assertThat(slots.getLowerBound()).isBetween(8.0, 16.0);
        assertThat(slots.getUpperBound()).isBetween(128.0, 256.0);
    }
}
