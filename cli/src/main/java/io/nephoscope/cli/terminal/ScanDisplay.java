package io.nephoscope.cli.terminal;

import io.nephoscope.cli.scan.Watch;
import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Ledger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Shows how a scan goes on: one line that is redrawn where that can be done, and a line now and then where it cannot. */
public final class ScanDisplay implements Watch, AutoCloseable {
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final ScheduledExecutorService timer;
    private final AtomicInteger accountsDone = new AtomicInteger();
    private final AtomicInteger planned = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger assets = new AtomicInteger();
    private volatile Optional<Reading> reading = Optional.empty();
    private volatile int judging;
    private volatile Optional<ScheduledFuture<?>> ticking = Optional.empty();

    private record Reading(int accounts, Ledger ledger) {}

    ScanDisplay(Terminal terminal) {
        this.terminal = terminal;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "display");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to show. A quiet display tells of accounts that cannot be read, and of nothing else. */
    public static ScanDisplay start(Terminal terminal, boolean quiet) {
        ScanDisplay display = new ScanDisplay(terminal);
        if (!quiet) {
            long period = (terminal.canRedraw() ? BETWEEN_DRAWINGS : BETWEEN_LINES).toMillis();
            display.ticking = Optional.of(
                    display.timer.scheduleAtFixedRate(display::tick, period, period, TimeUnit.MILLISECONDS));
        }
        return display;
    }

    void tick() {
        if (terminal.canRedraw()) {
            terminal.showStatus(line());
        } else {
            terminal.err().println(line());
        }
    }

    private String line() {
        Text line = judging > 0
                ? Text.of("Judging {0} assets", "正在评估 {0} 个资产", number(judging))
                : reading.map(this::line).orElse(Text.of("Reaching accounts", "正在连接账号"));
        return line.in(terminal.language());
    }

    private Text line(Reading now) {
        long throttles = now.ledger().throttles();
        return Text.of(
                "Read {0} of {1} accounts, {2} of {3} listings: {4} assets, {5} calls{6}",
                "已读取账号 {0}/{1}、列表 {2}/{3}：{4} 个资产，{5} 次调用{6}",
                number(accountsDone.get()),
                number(now.accounts()),
                number(finished.get()),
                number(planned.get()),
                number(assets.get()),
                number(now.ledger().calls()),
                throttles == 0 ? Text.EMPTY : Text.of(", {0} throttled", "，被限流 {0} 次", number(throttles)));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    @Override
    public void started(int accounts, Ledger ledger) {
        reading = Optional.of(new Reading(accounts, ledger));
    }

    /** What was read is judged now. */
    public void judging(int howMany) {
        judging = howMany;
    }

    @Override
    public void done(Target target) {
        accountsDone.incrementAndGet();
    }

    @Override
    public void told(Text note) {
        if (ticking.isPresent()) {
            terminal.say(note);
        }
    }

    @Override
    public void lost(Text reason) {
        terminal.say(reason);
    }

    @Override
    public void planned(int units) {
        planned.addAndGet(units);
    }

    @Override
    public void finished(Unit unit) {
        finished.incrementAndGet();
    }

    @Override
    public void asset() {
        assets.incrementAndGet();
    }

    /** Ends the display and wipes its line away. */
    @Override
    public void close() {
        ticking.ifPresent(ticks -> ticks.cancel(false));
        timer.shutdownNow();
        terminal.clearStatus();
    }
}
