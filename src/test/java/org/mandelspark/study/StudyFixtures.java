package org.mandelspark.study;

import org.mandelspark.engine.Engine;
import org.mandelspark.grid.Formula;
import org.mandelspark.grid.Frame;
import org.mandelspark.grid.Size;
import org.mandelspark.grid.View;
import org.mandelspark.kernel.Interior;
import org.mandelspark.kernel.KernelKind;
import org.mandelspark.measure.MeasuredRun;

/** Small things that tests of studies compute, and nobody who listens. */
final class StudyFixtures {
    static final StudyListener SILENT = new StudyListener() {
        @Override
        public void started(Engine engine) {}

        @Override
        public void ran(MeasuredRun run) {}
    };

    private StudyFixtures() {}

    static ViewSubject subject(int width, int height, int maxIter) {
        View view = new View(
                "small", new Formula.Mandelbrot(), Frame.bounds("-2,0.5,-1.25,1.25"), new Size(width, height), maxIter);
        return new ViewSubject(view, KernelKind.NAIVE, Interior.NONE);
    }
}
