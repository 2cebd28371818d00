package org.mandelspark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of a law. Its method takes a {@link Draw} and is called once a case, each with a seed of its own; the first case that
 * fails says how to run it alone. Seeds follow from the name of the test, so that every build tries the same cases, and from
 * {@code -Dmandelspark.seed}, a number or {@code random}, to try others.
 */
@Test
@ExtendWith(Cases.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Property {
    /** Number of cases. */
    int cases() default 1000;
}
