package io.nephoscope.jdcloud;

import static io.nephoscope.inventory.Schema.Scalar.DYN;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.jdcloud.api.JdDetail;
import io.nephoscope.jdcloud.api.JdItems;
import io.nephoscope.jdcloud.api.JdListing;
import io.nephoscope.jdcloud.api.Question;
import io.nephoscope.jdcloud.api.UnusableAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Policies that the account wrote itself ({@code iam:describePolicies}): those of JD Cloud are the same everywhere. */
final class IamPolicy {
    private static final String NAME = "jdcloud.iam.policy";
    private static final String DOCUMENT = "policyDocument";
    private static final Set<String> EVERY_ACTION = Set.of("*", "*:*");

    static final AssetType TYPE = AssetType.named(NAME, "IAM policy", Kinds.POLICY)
            .oncePerAccount()
            .list(JdListing.of(
                    Calls.POLICIES,
                    struct(
                            NAME,
                            "policyId",
                            STRING,
                            "name",
                            STRING,
                            "jrn",
                            STRING,
                            "description",
                            STRING,
                            "policyType",
                            INT,
                            "scopeType",
                            INT,
                            "createTime",
                            TIMESTAMP,
                            "updateTime",
                            TIMESTAMP),
                    "name",
                    List.of(Question.with("types", "2"))))
            .nativeId("name")
            .tagsUntold(JdItems.NO_TAGS)
            .detail(JdDetail.of(
                    DOCUMENT,
                    Calls.POLICY,
                    DYN,
                    policy -> Question.of("policyName", policy.text("name")),
                    "name",
                    IamPolicy::document))
            .facet("grantsAdmin", policy -> grantsAdmin(policy.get(DOCUMENT)), DOCUMENT)
            .build();

    private IamPolicy() {}

    private static Object document(Doc result) {
        String text = result.doc("defaultPolicyEdition").text(DOCUMENT);
        try {
            if (DocJson.parse(text) instanceof Doc document) {
                return document;
            }
        } catch (IOException e) {
            throw new UnusableAnswer("it holds a policy that is no JSON");
        }
        throw new UnusableAnswer("it holds a policy that is no object");
    }

    private static Object grantsAdmin(Object document) {
        if (document instanceof Unknown) {
            return document;
        }
        Object statements = ((Doc) Standing.said(document)).get("Statement");
        List<Doc> all = statements instanceof Doc one
                ? List.of(one)
                : ((DocList) Standing.said(statements)).docs().toList();
        return all.stream().anyMatch(IamPolicy::allowsEverything);
    }

    private static boolean allowsEverything(Doc statement) {
        boolean allows = statement.text("Effect").equals("Allow");
        if (allows && (statement.has("NotAction") || statement.has("NotResource"))) {
            throw new Unreadable("a statement allows all but what it names");
        }
        return allows
                && !statement.has("Condition")
                && texts(statement.get("Action")).stream().anyMatch(EVERY_ACTION::contains)
                && texts(statement.get("Resource")).contains("*");
    }

    private static List<String> texts(Object field) {
        return field instanceof String one
                ? List.of(one)
                : field instanceof DocList list ? list.texts().toList() : List.of();
    }
}
