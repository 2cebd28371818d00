package org.mandelspark.engine;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this machine, looked up once. */
public final class HostName {
    public static final String LOCAL = find();

    private HostName() {}

    private static String find() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
