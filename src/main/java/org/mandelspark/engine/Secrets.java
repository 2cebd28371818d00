package org.mandelspark.engine;

import java.util.regex.Pattern;

/** Keeps passwords and keys out of what is written and said. */
public final class Secrets {
    private static final String HIDDEN = "(redacted)";

    private static final Pattern NAME = Pattern.compile(
            "secret|passw|passphrase|pwd|token|credential|signature"
                    + "|(?:access|account|api|client|encryption|private|shared|storage)[._-]?key"
                    + "|(?<![a-z])(?:pass|sas|sig)(?![a-z])",
            Pattern.CASE_INSENSITIVE);

    /** The part of an address before its host, if there is a password in it. */
    private static final Pattern LOGIN = Pattern.compile("://[^/@\\s:]*:[^/@\\s]+@");

    private Secrets() {}

    /** The value of a setting, unless its name or what it says is of a secret. */
    static String hide(String name, String value) {
        return NAME.matcher(name).find() || NAME.matcher(value).find() ? HIDDEN : hideLogins(value);
    }

    /** The text without the user names and passwords of its addresses. */
    public static String hideLogins(String text) {
        return LOGIN.matcher(text).replaceAll("://" + HIDDEN + "@");
    }
}
