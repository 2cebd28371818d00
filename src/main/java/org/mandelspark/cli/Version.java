package org.mandelspark.cli;

import org.mandelspark.engine.HostEnvironment;
import org.mandelspark.engine.SparkEngine;
import org.mandelspark.record.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** Version of this build and of the software it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        BuildInfo build = BuildInfo.current();
        return new String[] {
            "Mandelspark " + build.version() + ", commit " + build.commit(),
            "Spark " + SparkEngine.version(),
            "Java " + HostEnvironment.jvm() + ", " + System.getProperty("java.home")
        };
    }
}
