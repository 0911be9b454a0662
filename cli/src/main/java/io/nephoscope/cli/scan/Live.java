package io.nephoscope.cli.scan;

import io.nephoscope.collect.Collector;
import io.nephoscope.collect.Demand;
import io.nephoscope.collect.Progress;
import io.nephoscope.collect.Sink;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Gateway;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account that was reached. */
record Live(Target target, Connection connection) implements Source {
    /**
     * Empty where nothing of what is asked for is there.
     *
     * @throws TargetException where it cannot be reached, or lacks a region that the target names
     */
    static Optional<Live> reach(Target target, Provider provider, Demand demand, Gateway gateway)
            throws TargetException {
        Connection connection = provider.connect(target, gateway);
        try {
            boolean byRegion =
                    demand.typesOf(target.provider()).stream().anyMatch(type -> type.reach() == AssetType.Reach.REGION);
            if (byRegion && !target.regions().isEmpty()) {
                connection.regions();
            }
            if (!target.only().map(connection::mayHold).orElse(true)) {
                connection.close();
                return Optional.empty();
            }
            return Optional.of(new Live(target, connection));
        } catch (TargetException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Set<String> accounts() {
        return Set.of(connection.account().scope().account());
    }

    @Override
    public String recordedAt() {
        return connection
                .recordedAt()
                .map(it -> it.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("");
    }

    @Override
    public List<Text> notes() {
        return connection.notes();
    }

    @Override
    public void read(Collector collector, Sink sink, Progress progress) throws TargetException, InterruptedException {
        collector.collect(target, connection);
    }

    @Override
    public void close() {
        connection.close();
    }
}
