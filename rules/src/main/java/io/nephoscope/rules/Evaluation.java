package io.nephoscope.rules;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Judges a snapshot: every asset by every rule that applies to it, and for every listing that broke one finding a rule, since
 * something may be there. Chunks of assets are judged side by side and handed on in order, so that memory stays flat.
 */
public final class Evaluation implements Findings {
    private static final int CHUNK = 256;
    private static final Comparator<Finding> ORDER =
            Comparator.comparing((Finding finding) -> finding.asset().uid()).thenComparing(Finding::rule);

    private final Snapshot snapshot;
    private final Types types;
    private final RuleSet rules;
    private final Instant now;
    private final int threads;
    private final Map<AssetType, List<Judge>> judges = new ConcurrentHashMap<>();
    private final Statements statements;
    private final Views views;
    private final Views asRead;

    /** By what was read alone. */
    public Evaluation(Snapshot snapshot, Types types, RuleSet rules, Instant now, int threads) {
        this(snapshot, types, rules, Statements.NONE, now, threads);
    }

    /**
     * @param statements what people answer for; those that hold at the time count
     * @param now the time that rules go by, {@link #timeOf} as a rule: so that the same snapshot and rules give the same findings
     * @param threads how many chunks are judged at once
     */
    public Evaluation(Snapshot snapshot, Types types, RuleSet rules, Statements statements, Instant now, int threads) {
        this.snapshot = snapshot;
        this.types = types;
        this.rules = rules;
        this.now = now;
        this.threads = threads;
        this.statements = statements.holding(now);
        this.views = new Views(snapshot, this.statements);
        this.asRead = new Views(snapshot, Statements.NONE);
    }

    /** When a snapshot's collection came to its end; where it never did, when it began. */
    public static Instant timeOf(Snapshot snapshot) {
        String finished = snapshot.manifest().finishedAt();
        return Instant.parse(finished.isEmpty() ? snapshot.manifest().startedAt() : finished);
    }

    @Override
    public void forEach(Consumer<Finding> each) {
        Deque<Finding> unlisted = new ArrayDeque<>(unlisted());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<List<Finding>>> running = new ArrayDeque<>();
            Iterator<String> uids = snapshot.uids().iterator();
            while (uids.hasNext() || !running.isEmpty()) {
                while (uids.hasNext() && running.size() < threads * 2) {
                    List<String> chunk = chunk(uids);
                    running.add(workers.submit(() -> judge(chunk)));
                }
                for (Finding finding : running.remove().get()) {
                    while (!unlisted.isEmpty() && ORDER.compare(unlisted.getFirst(), finding) < 0) {
                        each.accept(unlisted.removeFirst());
                    }
                    each.accept(finding);
                }
            }
            unlisted.forEach(each);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RuleException(Text.of("The evaluation was interrupted.", "评估被中断。"), e);
        } finally {
            workers.shutdownNow();
        }
    }

    /**
     * How the condition of a rule comes out for an asset of the snapshot, part by part; nothing where the rule does not judge it.
     *
     * @param uid one of {@link Snapshot#uids()}
     */
    public List<Explained> explain(String rule, String uid) {
        Asset asset = snapshot.asset(uid);
        return judges(asset.type()).stream()
                .filter(judge -> judge.rule().id().equals(rule))
                .findFirst()
                .map(judge -> judge.explain(views.of(asset), now))
                .orElse(List.of());
    }

    private static List<String> chunk(Iterator<String> uids) {
        List<String> chunk = new ArrayList<>(CHUNK);
        while (uids.hasNext() && chunk.size() < CHUNK) {
            chunk.add(uids.next());
        }
        return chunk;
    }

    private List<Finding> judge(List<String> uids) {
        List<Finding> findings = new ArrayList<>();
        for (String uid : uids) {
            Asset asset = snapshot.asset(uid);
            AssetView view = views.of(asset);
            for (Judge judge : judges(asset.type())) {
                findings.add(statements.waive(judge.judge(view, () -> asRead.of(asset), now), asset));
            }
        }
        return findings;
    }

    private List<Judge> judges(AssetType type) {
        return judges.computeIfAbsent(
                type,
                key -> rules.of(key).stream()
                        .map(rule -> new Judge(rule, key, types))
                        .toList());
    }

    private List<Finding> unlisted() {
        Map<String, Finding> findings = new TreeMap<>();
        for (Unit unit : snapshot.units()) {
            if (unit.isGap()) {
                String uid = String.join(
                        ":",
                        unit.provider(),
                        unit.scope().account(),
                        unit.scope().region(),
                        unit.type(),
                        Subject.UNLISTED);
                Subject subject = new Subject(uid, Subject.UNLISTED, unit.type(), Subject.UNLISTED, unit.scope());
                rules.rules().stream().filter(rule -> concerns(rule, unit)).forEach(rule -> {
                    Finding finding = Judge.unlisted(rule, subject, unit.listing());
                    findings.put(finding.fingerprint(), finding);
                });
            }
        }
        return findings.values().stream().sorted(ORDER).toList();
    }

    private boolean concerns(Rule rule, Unit unit) {
        return unit.type().equals(Unit.ALL)
                ? rule.types(types).stream().anyMatch(type -> type.name().startsWith(unit.provider() + "."))
                : types.named(unit.type()).filter(rule::appliesTo).isPresent();
    }
}
