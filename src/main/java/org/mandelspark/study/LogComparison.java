package org.mandelspark.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mandelspark.measure.application.Application;
import org.mandelspark.measure.application.ApplicationModel;
import org.mandelspark.measure.application.CoreTime;
import org.mandelspark.measure.application.Scenario;
import org.mandelspark.measure.application.StageTime;
import org.mandelspark.record.Analysis;

/**
 * Two logs of one application: how much its work grew, and how much of the rest is the schedule. Stages are the same if they
 * have the same number and as many tasks.
 */
final class LogComparison {
    private final Application first;
    private final CoreTime firstTime;
    private final ApplicationModel model;
    private final CoreTime secondTime;

    LogComparison(Application first, CoreTime firstTime, ApplicationModel model, CoreTime secondTime) {
        this.first = first;
        this.firstTime = firstTime;
        this.model = model;
        this.secondTime = secondTime;
    }

    Analysis.Growth growth() {
        Map<String, StageTime> others = new HashMap<>();
        secondTime.stages().forEach(stage -> others.put(key(stage), stage));
        double[] factors = new double[first.stages().size()];
        Arrays.fill(factors, 1);
        List<Analysis.GrownStage> stages = new ArrayList<>();
        long[] run = {0, 0};
        long[] cpu = {0, 0};
        for (int i = 0; i < factors.length; i++) {
            StageTime own = firstTime.stages().get(i);
            StageTime other = others.get(key(own));
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

    private static String key(StageTime stage) {
        return stage.stage().label() + "/" + stage.stage().tasks();
    }

    private static double ratio(long ms, long baseMs) {
        return baseMs == 0 ? 1 : ms / (double) baseMs;
    }
}
