package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.nephoscope.rules.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static String json(ReportData data) {
        return Written.report(ReportFormat.JSON, Language.EN, data);
    }

    private static JsonNode schemaJson() throws IOException {
        try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
            return MAPPER.readTree(in);
        }
    }

    private static List<String> errors(JsonNode report) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaJson());
        return schema.validate(report).stream().map(Object::toString).toList();
    }

    @Test
    void aSmallScanReadsLikeThis() {
        String report = json(Scans.small(folder));
        assertThat(report.substring(0, report.indexOf("  \"rules\":"))).isEqualTo("""
                {
                  "schemaVersion": 1,
                  "tool": {
                    "name": "nephoscope",
                    "version": "1.0.1"
                  },
                  "scan": {
                    "id": "scan-1",
                    "startedAt": "2026-01-01T00:00:00Z",
                    "finishedAt": "2026-01-01T00:04:10Z",
                    "complete": false,
                    "toolVersion": "1.0.0",
                    "organisation": "Lakeside Group",
                    "scope": [ {
                      "provider": "toy",
                      "tenant": "Lakeside Group/Harbour",
                      "label": "harbour",
                      "regions": [ "north", "south" ],
                      "recordedAt": ""
                    } ],
                    "types": [ "toy.bucket" ]
                  },
                  "summary": {
                    "assets": 2,
                    "verdicts": {
                      "PASS": 1,
                      "FAIL": 1,
                      "UNKNOWN": 2,
                      "NOT_APPLICABLE": 1,
                      "MANUAL": 0
                    },
                    "failures": {
                      "critical": 1,
                      "high": 0,
                      "medium": 0,
                      "low": 0
                    },
                    "knownIfGranted": 2,
                    "permissions": [ {
                      "permission": "toy:GetPolicy",
                      "calls": [ "toy:GetPolicy" ],
                      "accounts": [ "1001" ],
                      "verdicts": 1,
                      "alone": 1
                    }, {
                      "permission": "toy:ListBuckets",
                      "calls": [ "toy:ListBuckets" ],
                      "accounts": [ "1001" ],
                      "verdicts": 1,
                      "alone": 1
                    } ]
                  },
                  "coverage": [ {
                    "provider": "toy",
                    "tenant": "Lakeside Group/Harbour",
                    "account": "1001",
                    "region": "north",
                    "type": "toy.bucket",
                    "call": "toy:ListBuckets",
                    "outcome": "value",
                    "permission": "toy:ListBuckets",
                    "message": "",
                    "assets": 2,
                    "skipped": 0
                  }, {
                    "provider": "toy",
                    "tenant": "Lakeside Group/Harbour",
                    "account": "1001",
                    "region": "south",
                    "type": "toy.bucket",
                    "call": "toy:ListBuckets",
                    "outcome": "denied",
                    "permission": "toy:ListBuckets",
                    "message": "AccessDenied",
                    "assets": 0,
                    "skipped": 0
                  } ],
                """);
        assertThat(report.substring(report.indexOf("  \"assets\": ["))).isEqualTo("""
                  "assets": [ {
                    "uid": "toy:1001:north:toy.bucket:ledger",
                    "type": "toy.bucket",
                    "kind": "storage.bucket",
                    "nativeId": "ledger",
                    "name": "ledger",
                    "scope": {
                      "tenant": "Lakeside Group/Harbour",
                      "account": "1001",
                      "region": "north"
                    },
                    "tags": {
                      "env": "prod",
                      "owner": "finance"
                    },
                    "attributes": {
                      "Name": "ledger",
                      "Public": true
                    },
                    "facets": {
                      "public": true
                    },
                    "unknown": [ {
                      "path": "attributes.Versioned",
                      "call": "toy:GetPolicy",
                      "outcome": "denied",
                      "permission": "toy:GetPolicy",
                      "message": "AccessDenied: not authorised"
                    }, {
                      "path": "facets.versioned",
                      "call": "toy:GetPolicy",
                      "outcome": "denied",
                      "permission": "toy:GetPolicy",
                      "message": "AccessDenied: not authorised"
                    } ],
                    "provenance": {
                      "observedAt": "2026-01-01T00:00:01Z",
                      "calls": [ "toy:ListBuckets" ]
                    }
                  }, {
                    "uid": "toy:1001:north:toy.bucket:photos",
                    "type": "toy.bucket",
                    "kind": "storage.bucket",
                    "nativeId": "photos",
                    "name": "photos",
                    "scope": {
                      "tenant": "Lakeside Group/Harbour",
                      "account": "1001",
                      "region": "north"
                    },
                    "tags": { },
                    "attributes": {
                      "Name": "photos",
                      "Public": false
                    },
                    "facets": {
                      "public": false,
                      "versioned": null
                    },
                    "unknown": [ ],
                    "provenance": {
                      "observedAt": "2026-01-01T00:00:01Z",
                      "calls": [ "toy:ListBuckets" ]
                    }
                  } ],
                  "findings": [ {
                    "fingerprint": "13bbcb1c",
                    "rule": {
                      "id": "bucket-not-public",
                      "hash": "hash-of-bucket-not-public"
                    },
                    "asset": {
                      "uid": "toy:1001:north:toy.bucket:ledger",
                      "nativeId": "ledger",
                      "type": "toy.bucket",
                      "name": "ledger",
                      "scope": {
                        "tenant": "Lakeside Group/Harbour",
                        "account": "1001",
                        "region": "north"
                      }
                    },
                    "verdict": "FAIL",
                    "severity": "critical",
                    "evidence": [ {
                      "path": "facets.public",
                      "state": "known",
                      "value": true,
                      "call": "toy:ListBuckets"
                    } ],
                    "missing": [ ],
                    "message": {
                      "en": "Anyone may read the bucket.",
                      "zh": "任何人都可以读取该存储桶。"
                    }
                  }, {
                    "fingerprint": "b7795c0a",
                    "rule": {
                      "id": "bucket-versioned",
                      "hash": "hash-of-bucket-versioned"
                    },
                    "asset": {
                      "uid": "toy:1001:north:toy.bucket:ledger",
                      "nativeId": "ledger",
                      "type": "toy.bucket",
                      "name": "ledger",
                      "scope": {
                        "tenant": "Lakeside Group/Harbour",
                        "account": "1001",
                        "region": "north"
                      }
                    },
                    "verdict": "UNKNOWN",
                    "severity": "medium",
                    "evidence": [ {
                      "path": "facets.versioned",
                      "state": "unknown",
                      "call": "toy:GetPolicy"
                    } ],
                    "missing": [ {
                      "call": "toy:GetPolicy",
                      "outcome": "denied",
                      "permission": "toy:GetPolicy",
                      "message": "AccessDenied: not authorised"
                    } ],
                    "message": {
                      "en": "Not read.",
                      "zh": "未读取。"
                    }
                  }, {
                    "fingerprint": "1abea634",
                    "rule": {
                      "id": "bucket-not-public",
                      "hash": "hash-of-bucket-not-public"
                    },
                    "asset": {
                      "uid": "toy:1001:north:toy.bucket:photos",
                      "nativeId": "photos",
                      "type": "toy.bucket",
                      "name": "photos",
                      "scope": {
                        "tenant": "Lakeside Group/Harbour",
                        "account": "1001",
                        "region": "north"
                      }
                    },
                    "verdict": "PASS",
                    "severity": "critical",
                    "evidence": [ {
                      "path": "facets.public",
                      "state": "known",
                      "value": false,
                      "call": "toy:ListBuckets"
                    } ],
                    "missing": [ ],
                    "message": {
                      "en": "",
                      "zh": ""
                    }
                  }, {
                    "fingerprint": "be7c3722",
                    "rule": {
                      "id": "bucket-versioned",
                      "hash": "hash-of-bucket-versioned"
                    },
                    "asset": {
                      "uid": "toy:1001:north:toy.bucket:photos",
                      "nativeId": "photos",
                      "type": "toy.bucket",
                      "name": "photos",
                      "scope": {
                        "tenant": "Lakeside Group/Harbour",
                        "account": "1001",
                        "region": "north"
                      }
                    },
                    "verdict": "NOT_APPLICABLE",
                    "severity": "medium",
                    "evidence": [ {
                      "path": "facets.versioned",
                      "state": "absent",
                      "call": "toy:ListBuckets"
                    } ],
                    "missing": [ ],
                    "message": {
                      "en": "",
                      "zh": ""
                    }
                  }, {
                    "fingerprint": "2cb7e2cf",
                    "rule": {
                      "id": "bucket-not-public",
                      "hash": "hash-of-bucket-not-public"
                    },
                    "asset": {
                      "uid": "toy:1001:south:toy.bucket:*",
                      "nativeId": "*",
                      "type": "toy.bucket",
                      "name": "*",
                      "scope": {
                        "tenant": "Lakeside Group/Harbour",
                        "account": "1001",
                        "region": "south"
                      }
                    },
                    "verdict": "UNKNOWN",
                    "severity": "critical",
                    "evidence": [ ],
                    "missing": [ {
                      "call": "toy:ListBuckets",
                      "outcome": "denied",
                      "permission": "toy:ListBuckets",
                      "message": "AccessDenied"
                    } ],
                    "message": {
                      "en": "",
                      "zh": ""
                    }
                  } ],
                  "ledger": [ {
                    "provider": "toy",
                    "account": "1001",
                    "region": "north",
                    "service": "toy",
                    "operation": "GetPolicy",
                    "permission": "toy:GetPolicy",
                    "outcome": "denied",
                    "count": 1,
                    "retries": 0,
                    "message": "AccessDenied: not authorised"
                  }, {
                    "provider": "toy",
                    "account": "1001",
                    "region": "north",
                    "service": "toy",
                    "operation": "ListBuckets",
                    "permission": "toy:ListBuckets",
                    "outcome": "value",
                    "count": 1,
                    "retries": 0,
                    "message": ""
                  }, {
                    "provider": "toy",
                    "account": "1001",
                    "region": "south",
                    "service": "toy",
                    "operation": "ListBuckets",
                    "permission": "toy:ListBuckets",
                    "outcome": "denied",
                    "count": 1,
                    "retries": 0,
                    "message": "AccessDenied"
                  } ]
                }
                """);
    }

    @Test
    void everyReportIsAsTheSchemaSays() throws IOException {
        assertThat(errors(MAPPER.readTree(json(Scans.small(folder.resolve("small"))))))
                .isEmpty();
        assertThat(errors(MAPPER.readTree(json(RichScan.in(folder.resolve("rich"))))))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatItDoesNotDescribe() throws IOException {
        JsonNode report = MAPPER.readTree(json(Scans.small(folder)));
        ((ObjectNode) report.at("/findings/0/asset")).put("colour", "red");
        ((ObjectNode) report.at("/findings/0/evidence/0")).remove("value");
        ((ObjectNode) report.at("/findings/1")).remove("fingerprint");
        ((ObjectNode) report.at("/coverage/0")).put("outcome", "fine");
        assertThat(errors(report)).hasSize(4);
    }

    @Test
    void theSchemaDescribesEveryProperty() throws IOException {
        List<String> undescribed = new ArrayList<>();
        JsonNode schema = schemaJson();
        collectUndescribed(schema, schema, "", undescribed);
        assertThat(undescribed).isEmpty();
        assertThat(schema.findValuesAsText("description")).hasSizeGreaterThan(100);
    }

    private static void collectUndescribed(JsonNode root, JsonNode node, String path, List<String> undescribed) {
        node.path("properties").properties().forEach(property -> {
            JsonNode definition =
                    root.at(property.getValue().path("$ref").asText("#").substring(1));
            if (!property.getValue().has("description") && !definition.has("description")) {
                undescribed.add(path + "/" + property.getKey());
            }
        });
        node.properties()
                .forEach(child -> collectUndescribed(root, child.getValue(), path + "/" + child.getKey(), undescribed));
    }

    @Test
    void hostileTextsComeBackAsTheyWere() throws IOException {
        ReportData data = HostileScan.in(folder);
        JsonNode report = MAPPER.readTree(json(data));
        assertThat(report.path("rules").findValuesAsText("appliesTo"))
                .containsExactlyInAnyOrderElementsOf(HostileScan.TEXTS);
    }

    @Test
    void theSameScanGivesTheSameBytes() {
        ReportData data = RichScan.in(folder);
        assertThat(json(data)).isEqualTo(json(data));
    }
}
