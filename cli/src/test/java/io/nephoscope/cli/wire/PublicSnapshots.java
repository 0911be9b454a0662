package io.nephoscope.cli.wire;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The list of snapshots that everybody may restore, told as EC2 tells it: the emulator names all there are, whoever may. */
final class PublicSnapshots {
    private static final String LIST = "ec2:DescribeSnapshots";

    private final Set<String> ids = ConcurrentHashMap.newKeySet();

    PublicSnapshots(Collection<String> ids) {
        this.ids.addAll(ids);
    }

    void add(String id) {
        ids.add(id);
    }

    /** Whether a request asks for that list. */
    static boolean isAsked(AwsRequest request) {
        return request.call().equals(LIST) && request.mentions("RestorableBy.1=all");
    }

    void correct(FaultProxy proxy) {
        proxy.correctEach(LIST, (request, answer) -> isAsked(request) ? namedIn(answer) : answer);
    }

    private String namedIn(String answer) {
        return ids.stream()
                .filter(answer::contains)
                .map(id -> "<item><snapshotId>" + id + "</snapshotId><encrypted>false</encrypted></item>")
                .collect(Collectors.joining(
                        "", "<DescribeSnapshotsResponse><snapshotSet>", "</snapshotSet></DescribeSnapshotsResponse>"));
    }
}
