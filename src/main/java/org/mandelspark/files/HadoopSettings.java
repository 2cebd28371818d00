package org.mandelspark.files;

import org.apache.hadoop.conf.Configuration;

/** Hadoop's own configuration, with the {@code spark.hadoop.} settings of spark-submit on top. */
final class HadoopSettings {
    static final String SPARK_PREFIX = "spark.hadoop.";

    private HadoopSettings() {}

    /** The settings that this process was given, read anew. */
    static Configuration current() {
        Configuration configuration = new Configuration();
        for (String key : System.getProperties().stringPropertyNames()) {
            if (key.startsWith(SPARK_PREFIX)) {
                configuration.set(key.substring(SPARK_PREFIX.length()), System.getProperty(key));
            }
        }
        return configuration;
    }
}
