package io.nephoscope.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nephoscope.rules.Language;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    private static String json(ReportData data) {
        return Written.report(ReportFormat.JSON, Language.EN, data);
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
                    "resumedAt": [ ],
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
                    "gaps": {
                      "cutOff": false,
                      "listings": 1,
                      "calls": 2,
                      "notSent": 0,
                      "assets": 1,
                      "broken": 0,
                      "types": [ ]
                    },
                    "coverage": {
                      "read": 1,
                      "empty": 0,
                      "denied": 1,
                      "throttled": 0,
                      "failed": 0,
                      "over_budget": 0,
                      "not_enabled": 0,
                      "skipped": 1
                    },
                    "branches": [ {
                      "tenant": "Lakeside Group",
                      "verdicts": {
                        "PASS": 1,
                        "FAIL": 1,
                        "UNKNOWN": 2,
                        "NOT_APPLICABLE": 1,
                        "MANUAL": 0
                      }
                    }, {
                      "tenant": "Lakeside Group/Harbour",
                      "verdicts": {
                        "PASS": 1,
                        "FAIL": 1,
                        "UNKNOWN": 2,
                        "NOT_APPLICABLE": 1,
                        "MANUAL": 0
                      }
                    } ],
                    "accounts": [ {
                      "provider": "toy",
                      "tenant": "Lakeside Group/Harbour",
                      "account": "1001",
                      "coverage": {
                        "read": 1,
                        "empty": 0,
                        "denied": 1,
                        "throttled": 0,
                        "failed": 0,
                        "over_budget": 0,
                        "not_enabled": 0,
                        "skipped": 1
                      },
                      "verdicts": {
                        "PASS": 1,
                        "FAIL": 1,
                        "UNKNOWN": 2,
                        "NOT_APPLICABLE": 1,
                        "MANUAL": 0
                      }
                    } ],
                    "unknown": [ {
                      "call": "toy:GetPolicy",
                      "outcome": "denied",
                      "permission": "toy:GetPolicy",
                      "verdicts": 1
                    }, {
                      "call": "toy:ListBuckets",
                      "outcome": "denied",
                      "permission": "toy:ListBuckets",
                      "verdicts": 1
                    } ],
                    "permissionsToGrant": 2,
                    "knownIfGranted": 2,
                    "permissions": [ {
                      "permission": "toy:GetPolicy",
                      "calls": [ "toy:GetPolicy" ],
                      "accounts": [ "1001" ],
                      "verdicts": 1,
                      "alone": 1,
                      "known": 1
                    }, {
                      "permission": "toy:ListBuckets",
                      "calls": [ "toy:ListBuckets" ],
                      "accounts": [ "1001" ],
                      "verdicts": 1,
                      "alone": 1,
                      "known": 2
                    } ]
                  },
                  "coverage": [ {
                    "provider": "toy",
                    "tenant": "Lakeside Group/Harbour",
                    "account": "1001",
                    "region": "*",
                    "type": "*",
                    "call": "",
                    "outcome": "not_collected",
                    "permission": "",
                    "message": "in regions that were not asked for",
                    "assets": 0,
                    "skipped": 0,
                    "status": "skipped"
                  }, {
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
                    "skipped": 0,
                    "status": "read"
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
                    "skipped": 0,
                    "status": "denied"
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
                      "listedIn": "north",
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
                      "listedIn": "north",
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
