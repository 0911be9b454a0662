package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Defaults;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Provider;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No type is listed before somebody looked up what its cloud leaves out where nothing is said: the answer itself never tells. */
class DeclaredDefaultsTest {
    private static final Pattern LISTS = Pattern.compile("[lL]ist");

    /** The call that lists a type, and those that list what is below it. */
    private static Stream<Operation> listings() {
        return Providers.all().stream()
                .map(Provider::types)
                .flatMap(List::stream)
                .map(AssetType::listing)
                .flatMap(listing -> Stream.concat(
                        listing.operations().stream().limit(1),
                        listing.operations().stream()
                                .filter(operation ->
                                        LISTS.matcher(operation.name()).find())));
    }

    @Test
    void everyListingOfEveryCloudSaysWhatTheDefaultsOfItsParametersHideOrThatTheyHideNothing() {
        List<String> undeclared = listings()
                .filter(listing -> !listing.defaults().isDeclared())
                .map(Operation::call)
                .distinct()
                .sorted()
                .toList();

        assertThat(undeclared)
                .as(
                        "look up the defaults of its parameters, and declare Defaults.NARROW_NOTHING, or"
                                + " Defaults.by(\"ipType\", \"standard\", \"all\") and ask with that: .list(...) at AWS,"
                                + " .narrowed(...) at Azure, .narrowedByNothing(), .narrowedBy(...) or .filteredBy(...) at JD Cloud")
                .isEmpty();
    }

    @Test
    void theListingsThatTheirCloudsWouldNarrowAreThese() {
        assertThat(listings()
                        .flatMap(listing -> listing.defaults().narrowing().stream()
                                .map(Defaults.Narrowing::parameter)
                                .map(parameter -> listing.call() + " " + parameter))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "cloudtrail:DescribeTrails IncludeShadowTrails",
                        "ec2:DescribeSnapshots OwnerIds",
                        "iam:ListPolicies Scope",
                        "rds:DescribeDBSnapshots SnapshotType",
                        "Microsoft.Authorization:RoleDefinitions_List $filter",
                        "disk:describeSnapshots snapshotSource",
                        "iam:describePolicies queryType",
                        "lb:describeLoadBalancers loadBalancerType",
                        "vm:describeImages bootMode",
                        "vm:describeImages imageSource",
                        "vpc:describeElasticIps ipType",
                        "vpc:describeSubnets subnetType");
    }
}
