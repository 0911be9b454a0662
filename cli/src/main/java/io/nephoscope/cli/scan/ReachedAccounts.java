package io.nephoscope.cli.scan;

import io.nephoscope.cli.organisation.Account;
import io.nephoscope.cli.scan.Scan.Request;
import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.gateway.Failure;
import io.nephoscope.inventory.gateway.Gateway;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts that were reached, and those that were not. */
record ReachedAccounts(List<Source> sources, List<Lost> lost) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReachedAccounts.class);

    ReachedAccounts {
        sources = List.copyOf(sources);
        lost = List.copyOf(lost);
    }

    /**
     * An account without a way in.
     *
     * @param cause the call that led nowhere, with one sentence as its words
     */
    record Lost(Target target, Cause cause) {
        /** One sentence. */
        Text why() {
            return cause.message();
        }

        /** Whether there is nothing to see: that is told, and is no gap. */
        boolean isClosed() {
            return !cause.outcome().isGap();
        }
    }

    /** One account's way in, or why there is none. */
    private sealed interface Try {
        record Open(Source source) implements Try {}

        record Shut(Lost lost) implements Try {}

        /** Nothing of what is asked for is there. */
        record Beside() implements Try {}
    }

    static ReachedAccounts of(Request request, Gateway gateway, Watch watch) throws InterruptedException {
        List<Source> sources = new ArrayList<>();
        List<Lost> lost = new ArrayList<>();
        for (List<Try> attempts :
                Parallel.map(request.organisation().accounts(), account -> reachAll(account, request, gateway))) {
            for (Try attempt : attempts) {
                if (attempt instanceof Try.Open open) {
                    sources.add(open.source());
                } else if (attempt instanceof Try.Shut shut) {
                    lost.add(shut.lost());
                }
            }
        }
        ReachedAccounts all = new ReachedAccounts(sources, lost);
        try {
            ReachedAccounts chosen = all.only(request.only()).withoutTwins();
            if (chosen.sources().isEmpty() && chosen.lost().isEmpty()) {
                throw new ScanException(Text.of(
                        "There is no account in /{0}; check the branch's name.",
                        "/{0} 中没有账号；请检查分支名称。", request.organisation().within()));
            }
            if (chosen.sources().isEmpty()) {
                throw new ScanException(Text.lines(
                        chosen.lost().stream().map(Lost::why).distinct().toList()));
            }
            chosen.lost().forEach(it -> watch.lost(it.why()));
            chosen.sources().forEach(source -> source.notes().forEach(watch::told));
            return chosen;
        } catch (ScanException e) {
            all.close();
            throw e;
        }
    }

    /** Every account for which one of the organisation stands. */
    private static List<Try> reachAll(Account account, Request request, Gateway gateway) throws InterruptedException {
        Target target = account.target();
        if (account.recording().isPresent()) {
            Path recording = account.recording().get();
            return List.of(reach(
                    target, () -> Optional.of(Recording.open(target, recording, request.demand(), request.types()))));
        }
        String within = request.organisation().within();
        List<Target> members = new ArrayList<>();
        try {
            members.addAll(provider(request, target).accounts(target, gateway));
            if (members.isEmpty()) {
                throw new TargetException(target.says(
                        Text.of("no account is to be seen there; check the credentials.", "看不到任何账号；请检查凭证。")));
            }
            members.removeIf(member -> !BranchPath.isWithin(member.place(), within));
        } catch (TargetException e) {
            return List.of(unlisted(target, within, e.why()));
        } catch (RuntimeException e) {
            return List.of(unlisted(target, within, broken(target, e)));
        }
        return Parallel.map(
                members,
                member ->
                        reach(member, () -> Live.reach(member, provider(request, member), request.demand(), gateway)));
    }

    /** Accounts may be missing in all that is asked for. */
    private static Try unlisted(Target target, String within, Cause why) {
        boolean isInside = BranchPath.isWithin(target.branch(), within);
        return new Try.Shut(new Lost(isInside ? target : target.at(within), why));
    }

    private interface Way {
        Optional<? extends Source> open() throws TargetException;
    }

    private static Try reach(Target target, Way way) {
        try {
            Optional<? extends Source> source = way.open();
            source.ifPresent(it -> LOG.debug("{} is account {}", target.label(), it.accounts()));
            return source.<Try>map(Try.Open::new).orElseGet(Try.Beside::new);
        } catch (TargetException e) {
            return new Try.Shut(new Lost(target, e.why()));
        } catch (RuntimeException e) {
            return new Try.Shut(new Lost(target, broken(target, e)));
        }
    }

    private static Cause broken(Target target, RuntimeException e) {
        Cause cause = Failure.internal("", e);
        return new Cause("", cause.outcome(), "", target.says(cause.message()));
    }

    private static Provider provider(Request request, Target target) throws TargetException {
        Provider provider = request.providers().get(target.provider());
        if (provider == null) {
            throw new TargetException(
                    target.says(Text.of("there is no provider {0}.", "没有云服务商 {0}。", target.provider())));
        }
        return provider;
    }

    /** Those with one of the ids or labels given. While one of these is not found, any account that was not reached may be it. */
    private ReachedAccounts only(Set<String> ids) {
        if (ids.isEmpty()) {
            return this;
        }
        Set<String> found = new TreeSet<>();
        sources.forEach(source -> found.addAll(names(source)));
        lost.forEach(it -> found.add(it.target().label()));
        List<String> missing = ids.stream().filter(id -> !found.contains(id)).toList();
        if (!missing.isEmpty() && lost.isEmpty()) {
            throw new ScanException(Text.of(
                    "There is no account {0}{1}; there are {2}.",
                    "没有账号 {0}{1}；现有 {2}。",
                    missing.get(0),
                    Suggestion.didYouMean(missing.get(0), found),
                    String.join(", ", found)));
        }
        List<Source> chosen = new ArrayList<>();
        for (Source source : sources) {
            if (names(source).stream().anyMatch(ids::contains)) {
                chosen.add(source);
            } else {
                source.close();
            }
        }
        List<Lost> maybe = lost.stream()
                .filter(it -> !missing.isEmpty() || ids.contains(it.target().label()))
                .toList();
        return new ReachedAccounts(chosen, maybe);
    }

    private static Set<String> names(Source source) {
        Set<String> names = new TreeSet<>(source.accounts());
        names.add(source.target().label());
        return names;
    }

    /** Without targets that lead to an account which another target leads to: each asset is in the snapshot once. */
    private ReachedAccounts withoutTwins() {
        Map<String, String> labels = new HashMap<>();
        List<Source> single = new ArrayList<>();
        List<Lost> all = new ArrayList<>(lost);
        for (Source source : sources) {
            Target target = source.target();
            Optional<String> twin = source.accounts().stream()
                    .filter(account -> labels.containsKey(target.provider() + "|" + account))
                    .findFirst();
            if (twin.isEmpty()) {
                source.accounts().forEach(account -> labels.put(target.provider() + "|" + account, target.label()));
                single.add(source);
            } else {
                source.close();
                String other = labels.getOrDefault(target.provider() + "|" + twin.get(), "");
                all.add(new Lost(
                        target,
                        new Cause(
                                "",
                                Status.FAILED,
                                "",
                                target.says(Text.of(
                                        "the account {0} is read already as {1};"
                                                + " name it once, or give the two different accounts.",
                                        "账号 {0} 已作为 {1} 读取；请只写一次，或为两者指定不同的账号。", twin.get(), other)))));
            }
        }
        return new ReachedAccounts(single, all);
    }

    @Override
    public void close() {
        sources.forEach(Source::close);
    }
}
