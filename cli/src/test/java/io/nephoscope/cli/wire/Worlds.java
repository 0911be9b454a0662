package io.nephoscope.cli.wire;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Every world in one emulator, two accounts and two regions: seeded once for all the tests of a JVM, and changed by none. */
public final class Worlds {
    /** Where the worlds lie. The first is the home region, which calls for an account as a whole go to. */
    public static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    private static Optional<Worlds> seeded = Optional.empty();

    private final Moto moto = Moto.start();
    private final List<World> worlds =
            List.of(new ComputeWorld(), new DatabaseWorld(), new IdentityWorld(), new StorageWorld());

    private Worlds() throws Exception {
        for (World world : worlds) {
            world.seed(moto);
        }
    }

    /** The emulator ends with the JVM. */
    public static synchronized Worlds seeded() throws Exception {
        if (seeded.isEmpty()) {
            seeded = Optional.of(new Worlds());
        }
        return seeded.get();
    }

    /** A proxy before the emulator that corrects what the worlds need corrected. */
    public FaultProxy proxy() throws IOException {
        FaultProxy proxy = FaultProxy.before(moto);
        worlds.forEach(world -> world.correct(proxy));
        return proxy;
    }

    public List<World> all() {
        return worlds;
    }
}
