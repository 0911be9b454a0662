package io.nephoscope.aws;

import static io.nephoscope.inventory.Proof.holding;

import io.nephoscope.aws.sdk.AwsAccount;
import io.nephoscope.aws.sdk.AwsCall;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Connection;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeRegionsResponse;
import software.amazon.awssdk.services.ec2.model.Region;

/** An account of AWS that was reached. */
final class AwsConnection implements Connection {
    private static final String NOT_OPTED_IN = "not-opted-in";
    static final AwsCall<Ec2Client, String, DescribeRegionsResponse> REGIONS = Services.EC2.read(
            "DescribeRegions", holding("Regions"), (ec2, nothing) -> ec2.describeRegions(all -> all.allRegions(true)));

    private final Target target;
    private final Site account;
    private final CallerCredentials credentials;
    private final Optional<Instant> reachedAt;

    /** @param credentials closed with it */
    AwsConnection(Target target, Site account, CallerCredentials credentials, Optional<Instant> reachedAt) {
        this.target = target;
        this.account = account;
        this.credentials = credentials;
        this.reachedAt = reachedAt;
    }

    @Override
    public Site account() {
        return account;
    }

    /** The regions that the account may use ({@code ec2:DescribeRegions}, those opted in); of those asked for, where some were. */
    @Override
    public Outcome<List<String>> regions() throws TargetException {
        if (!target.regions().isEmpty() && regions(account) instanceof Outcome.Value<List<Region>> known) {
            for (String asked : target.regions()) {
                check(asked, known.value());
            }
        }
        return enabledRegions(account);
    }

    /** Those to which the account has not opted in; none where nobody could tell. */
    @Override
    public Map<String, Text> closedRegions(List<AssetType> types) {
        Map<String, Text> closed = new TreeMap<>();
        boolean isAsked = types.stream().anyMatch(type -> type.reach() == AssetType.Reach.REGION);
        if (isAsked && regions(account) instanceof Outcome.Value<List<Region>> known) {
            known.value().stream()
                    .filter(region -> NOT_OPTED_IN.equals(region.optInStatus()))
                    .map(Region::regionName)
                    .filter(target.regions()::contains)
                    .forEach(region ->
                            closed.put(region, Text.of("the account has not opted in to the region", "该账号未启用此区域")));
        }
        return closed;
    }

    /** Every region that AWS offers the account, asked once. */
    private static Outcome<List<Region>> regions(Site account) {
        return REGIONS.onceAt(account, "").map(DescribeRegionsResponse::regions);
    }

    /** One that the SDK knows in this partition, or that AWS offers the account. */
    @Override
    public boolean isRegion(String name) {
        return Partition.hasRegion(account.client(AwsAccount.class).partition(), name)
                || (regions(account) instanceof Outcome.Value<List<Region>> offered
                        && offered.value().stream().anyMatch(region -> name.equals(region.regionName())));
    }

    /** The regions to look at in an account: those in use, of those that were asked for; where nobody knows, all that were. */
    static Outcome<List<String>> enabledRegions(Site account) {
        List<String> asked = account.client(AwsAccount.class).askedRegions();
        Outcome<List<String>> enabled = regions(account).map(AwsConnection::enabled);
        if (asked.isEmpty()) {
            return enabled;
        }
        return Outcome.value(
                enabled instanceof Outcome.Value<List<String>> known
                        ? asked.stream().filter(known.value()::contains).toList()
                        : asked);
    }

    private static List<String> enabled(List<Region> regions) {
        return regions.stream()
                .filter(region -> !NOT_OPTED_IN.equals(region.optInStatus()))
                .map(Region::regionName)
                .sorted()
                .toList();
    }

    private void check(String asked, List<Region> known) throws TargetException {
        Optional<Region> found = known.stream()
                .filter(region -> asked.equals(region.regionName()))
                .findFirst();
        if (found.isEmpty()) {
            throw new TargetException(Text.of(
                    "{0}: AWS has no region {1}; it offers {2}.",
                    "{0}：AWS 没有区域 {1}；可用区域有 {2}。",
                    target.label(),
                    asked,
                    String.join(
                            ", ",
                            known.stream().map(Region::regionName).sorted().toList())));
        }
    }

    @Override
    public Optional<Instant> reachedAt() {
        return reachedAt;
    }

    @Override
    public void close() {
        credentials.close();
    }
}
