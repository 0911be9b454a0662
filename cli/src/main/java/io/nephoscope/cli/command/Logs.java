package io.nephoscope.cli.command;

/** How much is logged; {@code simplelogger.properties} says the rest. */
final class Logs {
    private static final String LEVEL = "org.slf4j.simpleLogger.log.io.nephoscope";
    private static final String OTHERS = "org.slf4j.simpleLogger.defaultLogLevel";

    private Logs() {}

    /** Loggers read their level when they are made: this comes first. */
    static void verbose() {
        System.setProperty(LEVEL, "debug");
        System.setProperty(OTHERS, "warn");
    }

    static void quiet() {
        System.setProperty(LEVEL, "error");
    }
}
