package org.mandelspark;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Calls the method of a {@link Property} once a case, within one test. */
final class Cases implements ParameterResolver, InvocationInterceptor {
    /** The seed of the one case to run. */
    static final String CASE = "mandelspark.case";

    /** The seed of all seeds. */
    static final String SEED = "mandelspark.seed";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Draw.class;
    }

    /** Gives a place holder: each case has a draw of its own. */
    @Override
    public Draw resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Draw(0);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) {
        invocation.skip();
        Method method = call.getExecutable();
        String test = call.getTargetClass().getSimpleName() + "#" + method.getName();
        Object instance = call.getTarget().orElseThrow();
        int cases = method.getAnnotation(Property.class).cases();
        run(test, cases, System::getProperty, draw -> ReflectionSupport.invokeMethod(method, instance, draw));
    }

    /** Tries a law on so many cases, or on one as the settings say. */
    static void run(String test, int cases, UnaryOperator<String> settings, Consumer<Draw> law) {
        Optional<Long> alone = Optional.ofNullable(settings.apply(CASE)).map(seed -> number(CASE, seed));
        if (alone.isPresent()) {
            tryCase("the case", test, alone.get(), law);
            return;
        }
        String wanted = Optional.ofNullable(settings.apply(SEED)).orElse("0");
        long base = wanted.equals("random") ? new SplittableRandom().nextLong() >>> 32 : number(SEED, wanted);
        SplittableRandom seeds = new SplittableRandom(base ^ test.hashCode());
        for (int i = 1; i <= cases; i++) {
            String name = "case %d of %d (-D%s=%d)".formatted(i, cases, SEED, base);
            tryCase(name, test, seeds.nextLong() >>> 32, law);
        }
    }

    private static void tryCase(String name, String test, long seed, Consumer<Draw> law) {
        Draw draw = new Draw(seed);
        try {
            law.accept(draw);
        } catch (Throwable e) {
            String message = "%s fails with draws %s%nto run it alone: mvn test -Dtest=%s -D%s=%d%n%s";
            throw new AssertionError(message.formatted(name, draw, test, CASE, seed, e), e);
        }
    }

    private static long number(String setting, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(setting + " is a whole number, not '" + value + "'", e);
        }
    }
}
