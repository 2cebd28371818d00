package org.mandelspark.engine;

import java.util.regex.Pattern;

/** Keeps passwords and keys out of run records. */
final class Secrets {
    private static final Pattern NAME =
            Pattern.compile("secret|password|token|credential|access[._]?key", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** The value, unless the name is one of a secret. */
    static String hide(String name, String value) {
        return NAME.matcher(name).find() ? "(redacted)" : value;
    }
}
