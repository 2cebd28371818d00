package org.mandelspark.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.eventlog.LoggedApplication;
import org.mandelspark.measure.application.ApplicationModel;
import org.mandelspark.measure.application.CoreTime;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.measure.application.Stage;
import org.mandelspark.measure.application.StageTime;
import org.mandelspark.record.Analysis;

/**
 * Two logs of one application: how much its work grew, and how much of the rest is the schedule. Stages are the same if they
 * are of one place in the program and have as many tasks; several such in their order. Numbers do not say it: the two sides of
 * a join come in any order.
 */
final class LogComparison {
    private final LoggedApplication first;
    private final CoreTime firstTime;
    private final ApplicationModel model;
    private final LoggedApplication second;
    private final CoreTime secondTime;

    LogComparison(
            LoggedApplication first,
            CoreTime firstTime,
            ApplicationModel model,
            LoggedApplication second,
            CoreTime secondTime) {
        this.first = first;
        this.firstTime = firstTime;
        this.model = model;
        this.second = second;
        this.secondTime = secondTime;
    }

    Analysis.Growth growth() {
        Map<String, StageTime> others = new HashMap<>();
        List<String> secondKeys = keys(second, secondTime);
        for (int i = 0; i < secondKeys.size(); i++) {
            others.put(secondKeys.get(i), secondTime.stages().get(i));
        }
        List<String> keys = keys(first, firstTime);
        double[] factors = new double[keys.size()];
        Arrays.fill(factors, 1);
        List<Analysis.GrownStage> stages = new ArrayList<>();
        long[] run = {0, 0};
        long[] cpu = {0, 0};
        for (int i = 0; i < factors.length; i++) {
            StageTime own = firstTime.stages().get(i);
            StageTime other = others.get(keys.get(i));
            if (other == null) {
                continue;
            }
            run[0] += own.runMs();
            run[1] += other.runMs();
            cpu[0] += own.cpuMs();
            cpu[1] += other.cpuMs();
            factors[i] = own.runMs() == 0 ? 1 : other.runMs() / (double) own.runMs();
            stages.add(new Analysis.GrownStage(
                    own.stage().id(),
                    own.stage().attempt(),
                    own.measuredMs(),
                    other.measuredMs(),
                    factors[i],
                    ratio(other.cpuMs(), own.cpuMs()),
                    own.wastedMs(),
                    other.wastedMs()));
        }
        Scenario size = firstTime.slots() == secondTime.slots()
                ? Scenario.MEASURED
                : Scenario.ofSlots(Math.max(1, secondTime.slots()));
        return new Analysis.Growth(
                secondTime.inJobsMs(),
                secondTime.slots(),
                stages.size(),
                ratio(run[1], run[0]),
                ratio(cpu[1], cpu[0]),
                model.replay(size).inJobsMs(),
                model.replay(size, factors).inJobsMs(),
                stages);
    }

    private static List<String> keys(LoggedApplication log, CoreTime time) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < time.stages().size(); i++) {
            Stage stage = time.stages().get(i).stage();
            String key = "%s/%d/%d".formatted(log.callSites().get(i), stage.attempt(), stage.tasks());
            keys.add(key + "/" + seen.merge(key, 1, Integer::sum));
        }
        return keys;
    }

    private static double ratio(long ms, long baseMs) {
        return baseMs == 0 ? 1 : ms / (double) baseMs;
    }
}
