package io.nephoscope.cli;

import io.nephoscope.cli.command.Nephoscope;
import io.nephoscope.cli.terminal.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where the program begins and ends. */
public final class Main {
    /** How long an interrupted command may take to tidy up. */
    private static final long TIDYING_SECONDS = 5;

    private Main() {}

    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err),
                Terminal.Looks.ofSystemProperties(),
                System.getenv());
        System.setErr(terminal.log());
        CountDownLatch ended = new CountDownLatch(1);
        interruptOnShutdown(Thread.currentThread(), ended);
        int code = Nephoscope.run(terminal, arguments);
        ended.countDown();
        System.exit(code);
    }

    /** Control-C ends the program: the command hears of it as an interrupt, and has some time to tidy up. */
    private static void interruptOnShutdown(Thread command, CountDownLatch ended) {
        Thread hook = new Thread(() -> {
            try {
                command.interrupt();
                ended.await(TIDYING_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
