package io.nephoscope.aws;

import io.nephoscope.aws.Authorizations.Policies;
import io.nephoscope.aws.identity.CredentialReport;
import io.nephoscope.aws.sdk.AwsDialect;
import io.nephoscope.expression.Library;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.types.Dialect;
import io.nephoscope.types.TypeSource;
import java.util.List;
import java.util.Map;

/** The files in which the types of AWS are declared, and what they may name that is in Java. */
public final class AwsTypes implements TypeSource {
    @Override
    public String folder() {
        return "io/nephoscope/aws/types";
    }

    @Override
    public Dialect dialect() {
        return new AwsDialect(
                Services.ALL,
                Map.of("located", LocatedBuckets::of),
                Map.ofEntries(
                        Map.entry("accessPoints", (attribute, type) -> AccessPoints.inOneRegion(attribute)),
                        Map.entry(
                                "multiRegionAccessPoints", (attribute, type) -> AccessPoints.inManyRegions(attribute)),
                        Map.entry("accessPointsOfOthers", (attribute, type) -> AccessPoints.ofOthers(attribute)),
                        Map.entry(
                                "rootCredentials",
                                (attribute, type) -> CredentialReports.detail(
                                        attribute, CredentialReport.ROW, CredentialReports::ofRoot)),
                        Map.entry(
                                "userCredentials",
                                (attribute, type) -> CredentialReports.detail(
                                        attribute, CredentialReport.ROW, CredentialReports::ofUser)),
                        Map.entry(
                                "usersWithPassword",
                                (attribute, type) -> CredentialReports.detail(
                                        attribute, Schema.Scalar.INT, CredentialReports::usersWithPassword)),
                        Map.entry(
                                "attachedPolicies",
                                (attribute, type) -> Authorizations.ofUser(attribute, Policies.ATTACHED)),
                        Map.entry(
                                "inlinePolicies",
                                (attribute, type) -> Authorizations.ofUser(attribute, Policies.INLINE)),
                        Map.entry("policyDocument", (attribute, type) -> Authorizations.ofPolicy(attribute)),
                        Map.entry(
                                "managedAdministrators",
                                (attribute, type) -> Authorizations.ofAccount(attribute, Policies.ATTACHED)),
                        Map.entry(
                                "inlineAdministrators",
                                (attribute, type) -> Authorizations.ofAccount(attribute, Policies.INLINE)),
                        Map.entry("aliasPolicies", (attribute, type) -> FunctionPolicies.ofAliases(attribute)),
                        Map.entry("versionPolicies", (attribute, type) -> FunctionPolicies.ofVersions(attribute))),
                new EnabledRegions());
    }

    @Override
    public Library library() {
        return AwsFunctions.ALL;
    }

    private static final class EnabledRegions implements Dialect.Regions {
        @Override
        public Operation operation() {
            return AwsConnection.REGIONS.operation();
        }

        @Override
        public Outcome<List<String>> of(Site account) {
            return AwsConnection.enabledRegions(account);
        }
    }
}
