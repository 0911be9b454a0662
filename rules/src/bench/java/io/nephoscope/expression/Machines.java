package io.nephoscope.expression;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Listing;
import io.nephoscope.inventory.Operation;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocJson;
import io.nephoscope.inventory.doc.Shapes;
import io.nephoscope.rules.AssetView;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A thousand machines that have something of buckets, firewalls, users and databases, and eight rules on them. */
final class Machines {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    static final List<String> RULES = List.of(
            "attributes.Block.Acls && attributes.Block.IgnoreAcls && attributes.Block.Policy && attributes.Block.Restrict",
            "attributes.Encryption.exists(r, r.Algorithm == 'aws:kms' && has(r.KeyId))",
            "!attributes.Ingress.exists(p, (p.Protocol == '-1' || p.FromPort <= 22 && p.ToPort >= 22)"
                    + " && (p.Ranges.exists(r, r.Cidr == '0.0.0.0/0') || p.Ranges6.exists(r, r.Cidr == '::/0')))",
            "attributes.GroupName != 'default' || size(attributes.Ingress) == 0 && size(attributes.Egress) == 0",
            "size(attributes.Devices) > 0 || !has(attributes.PasswordLastUsed)",
            "attributes.Keys.all(k, k.Status != 'Active' || now - k.CreateDate <= duration('2160h'))",
            "attributes.Encrypted && !attributes.Public && attributes.RetentionDays >= 7",
            "['owner', 'team', 'cost'].all(tag, tag in tags)");

    private static final Struct PERMISSION = struct(
            "Permission",
            "Protocol",
            STRING,
            "FromPort",
            INT,
            "ToPort",
            INT,
            "Ranges",
            listOf(struct("Range", "Cidr", STRING)),
            "Ranges6",
            listOf(struct("Range6", "Cidr", STRING)));
    private static final Struct ATTRIBUTES = struct(
            "Machine",
            "Name",
            STRING,
            "GroupName",
            STRING,
            "Block",
            struct("Block", "Acls", BOOL, "IgnoreAcls", BOOL, "Policy", BOOL, "Restrict", BOOL),
            "Encryption",
            listOf(struct("Encryption", "Algorithm", STRING, "KeyId", STRING)),
            "Ingress",
            listOf(PERMISSION),
            "Egress",
            listOf(PERMISSION),
            "Devices",
            listOf(STRING),
            "PasswordLastUsed",
            TIMESTAMP,
            "Keys",
            listOf(struct("Key", "Status", STRING, "CreateDate", TIMESTAMP)),
            "Encrypted",
            BOOL,
            "Public",
            BOOL,
            "RetentionDays",
            INT);
    static final AssetType TYPE = AssetType.named("bench.machine", "Machine", Kinds.VM)
            .list(new Listing(
                    ATTRIBUTES,
                    List.of(Operation.of("bench", "ListMachines", "bench:ListMachines")),
                    (site, each) -> Outcome.value(0)))
            .nativeId("Name")
            .build();
    static final Environment ENVIRONMENT = Environment.of(TYPE, Types.of(List.of(TYPE)));

    private Machines() {}

    static List<AssetView> thousand() throws IOException {
        Random random = new Random(1);
        Shapes shapes = new Shapes();
        List<AssetView> views = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Doc attributes = (Doc) DocJson.parse(json(i, random), shapes);
            Doc tags =
                    random.nextInt(3) == 0 ? Doc.of("owner", "me") : Doc.of("owner", "me", "team", "sea", "cost", "1");
            Scope scope = new Scope("", "1", "north");
            views.add(new AssetView(
                    new Asset(
                            Asset.uid(TYPE, scope, "m" + i),
                            TYPE,
                            "m" + i,
                            "m" + i,
                            scope,
                            tags,
                            attributes,
                            new Asset.Provenance("", "", List.of())),
                    (from, relation) -> Absent.ABSENT));
        }
        return views;
    }

    private static String json(int i, Random random) {
        String keyId = random.nextBoolean() ? ", \"KeyId\": \"k\"" : "";
        String used = random.nextBoolean() ? "\"PasswordLastUsed\": \"2025-11-01T00:00:00Z\"," : "";
        return """
            {"Name": "m%d", "GroupName": "%s",
             "Block": {"Acls": true, "IgnoreAcls": true, "Policy": %b, "Restrict": %b},
             "Encryption": [{"Algorithm": "%s"%s}],
             "Ingress": [%s], "Egress": [%s], "Devices": [%s], %s
             "Keys": [{"Status": "%s", "CreateDate": "2025-%02d-01T00:00:00Z"}],
             "Encrypted": %b, "Public": %b, "RetentionDays": %d}""".formatted(
                        i,
                        i % 10 == 0 ? "default" : "web",
                        random.nextInt(8) > 0,
                        random.nextInt(8) > 0,
                        random.nextBoolean() ? "aws:kms" : "AES256",
                        keyId,
                        permissions(random),
                        permissions(random),
                        random.nextBoolean() ? "\"mfa\"" : "",
                        used,
                        random.nextBoolean() ? "Active" : "Inactive",
                        1 + random.nextInt(12),
                        random.nextBoolean(),
                        random.nextInt(4) == 0,
                        random.nextInt(14));
    }

    private static String permissions(Random random) {
        List<String> permissions = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            int port = random.nextInt(4) == 0 ? 22 : 443;
            permissions.add("""
                {"Protocol": "tcp", "FromPort": %d, "ToPort": %d,
                 "Ranges": [{"Cidr": "10.0.0.0/8"}, {"Cidr": "%s"}], "Ranges6": []}""".formatted(port, port, random.nextInt(4) == 0 ? "0.0.0.0/0" : "172.16.0.0/12"));
        }
        return String.join(", ", permissions);
    }
}
