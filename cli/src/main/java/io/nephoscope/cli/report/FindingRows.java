package io.nephoscope.cli.report;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.FacetWords;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Subject;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.snapshot.Manifest.ManifestBranch;
import io.nephoscope.snapshot.Snapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The findings of a report as rows. Each asset is read once: its findings follow one another. */
public final class FindingRows {
    private final ReportData data;
    private final Snapshot snapshot;
    private final Collection<String> read;
    private final Map<String, RuleInfo> rules;
    private final Map<String, String> owners;
    private final AccountNames names;

    private FindingRows(ReportData data) {
        this.data = data;
        this.snapshot = data.snapshot();
        this.read = snapshot.uids();
        this.rules = data.rules().stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
        this.owners = data.manifest().branches().stream()
                .collect(Collectors.toMap(ManifestBranch::path, ManifestBranch::owner));
        this.names = AccountNames.of(data.snapshot());
    }

    public static FindingRows of(ReportData data) {
        return new FindingRows(data);
    }

    /** Hands on every finding in the order of {@link io.nephoscope.rules.Findings}. */
    public void forEach(Consumer<FindingRow> each) {
        data.findings().forEach(new Consumer<>() {
            private Optional<JudgedAsset> last = Optional.empty();

            @Override
            public void accept(Finding finding) {
                JudgedAsset asset = last.filter(it -> it.subject().equals(finding.asset()))
                        .orElseGet(() -> judged(finding.asset()));
                last = Optional.of(asset);
                each.accept(new FindingRow(finding, Objects.requireNonNull(rules.get(finding.rule())), asset));
            }
        });
    }

    private JudgedAsset judged(Subject subject) {
        return asset(
                subject, read.contains(subject.uid()) ? Optional.of(snapshot.asset(subject.uid())) : Optional.empty());
    }

    /** An asset of the snapshot that stands as those do that were judged, though no rule may have judged it. */
    public JudgedAsset asset(String uid) {
        Asset asset = snapshot.asset(uid);
        Subject subject =
                new Subject(asset.uid(), asset.nativeId(), asset.type().name(), asset.name(), asset.scope());
        return asset(subject, Optional.of(asset));
    }

    private JudgedAsset asset(Subject subject, Optional<Asset> asset) {
        return new JudgedAsset(
                subject,
                snapshot.types()
                        .named(subject.type())
                        .map(type -> type.kind().name())
                        .orElse(""),
                names.of(SeenAccount.of(subject)),
                owner(subject, asset),
                asset);
    }

    private Object owner(Subject subject, Optional<Asset> asset) {
        Object own = asset.map(FindingRows::ownOwner).orElse(Absent.ABSENT);
        String branch = owners.getOrDefault(subject.scope().branch(), "");
        return own == Absent.ABSENT && !branch.isEmpty() ? branch : own;
    }

    private static Object ownOwner(Asset asset) {
        return asset.type().facets().stream()
                .filter(facet -> facet.name().equals(FacetWords.OWNER.name()))
                .map(facet -> facet.of(asset.attributes()))
                .findFirst()
                .orElse(Absent.ABSENT);
    }
}
