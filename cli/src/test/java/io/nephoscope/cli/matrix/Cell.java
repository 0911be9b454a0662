package io.nephoscope.cli.matrix;

import io.nephoscope.cli.wire.AwsRequest;
import io.nephoscope.cli.wire.Fault;
import io.nephoscope.cli.wire.FaultProxy;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * One scan of the matrix.
 *
 * @param place where the fault is: a call, a service or a region
 * @param calls the calls that fail
 * @param fault how they fail; none where their hosts have no address
 * @param endpoint in place of the proxy's own, with a place for its port
 */
record Cell(String place, Set<String> calls, Optional<Fault> fault, Optional<String> endpoint) {
    /** How a scan is asked who it is: one that is not told ends there, and names nobody. */
    static final String IDENTITY = "sts:GetCallerIdentity";

    static Cell of(String call, Fault fault) {
        return new Cell(call, Set.of(call), Optional.of(fault), Optional.empty());
    }

    static Cell withoutAddress(String place, Set<String> calls, String domain) {
        return new Cell(place, calls, Optional.empty(), Optional.of("http://{service}.{region}." + domain + ":"));
    }

    /**
     * What came of it.
     *
     * @param seen what the scan saw
     * @param sent the calls that the proxy was asked for
     */
    record Result(Seen seen, Set<String> sent) {}

    Result run(Bench bench) throws IOException, InterruptedException {
        FaultProxy proxy = bench.proxy();
        proxy.heal();
        fault.ifPresent(it -> proxy.fail(afterTheIdentity(), it));
        Seen seen = endpoint.isEmpty()
                ? bench.scan()
                : bench.scan(endpoint.get() + proxy.endpoint().getPort());
        return new Result(seen, new TreeSet<>(proxy.calls()));
    }

    /** To know whom it reaches, each scan asks for the identity of each account once before it lists accounts by the same call. */
    private Predicate<AwsRequest> afterTheIdentity() {
        Map<String, Boolean> asked = new ConcurrentHashMap<>();
        return request -> calls.contains(request.call())
                && (!request.call().equals(IDENTITY) || asked.putIfAbsent(request.accessKey(), true) != null);
    }

    boolean isFact() {
        return fault.equals(Optional.of(Fault.NOT_SUBSCRIBED));
    }

    @Override
    public String toString() {
        return place + " " + fault.map(Fault::toString).orElse("UNRESOLVED");
    }
}
