package io.nephoscope.cli.report;

import static io.nephoscope.cli.report.ToyScan.subject;

import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Scope;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.rules.Finding;
import io.nephoscope.rules.Finding.Evidence;
import io.nephoscope.rules.Remediation;
import io.nephoscope.rules.RuleInfo;
import io.nephoscope.rules.Severity;
import io.nephoscope.rules.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A scan of three accounts in eleven regions that looks like a real one: what people would read in a report. */
public final class RichScan {
    private static final List<String> REGIONS = List.of(
            "ap-northeast-1",
            "ap-southeast-1",
            "ca-central-1",
            "eu-central-1",
            "eu-north-1",
            "eu-west-1",
            "eu-west-2",
            "sa-east-1",
            "us-east-1",
            "us-west-2");
    private static final List<String> TYPES = List.of(
            "aws.ec2.instance",
            "aws.ec2.security_group",
            "aws.ec2.volume",
            "aws.kms.key",
            "aws.lambda.function",
            "aws.rds.db_instance");
    private static final List<String> BUCKETS =
            List.of("invoices-2026", "web-assets", "harbour-cctv-archive", "payroll", "build-cache", "backups-eu");
    private static final Cause DENIED = new Cause(
            "s3:GetBucketPolicy",
            Status.DENIED,
            "s3:GetBucketPolicy",
            Text.quoted(
                    "AccessDenied: User: arn:aws:iam::210987654321:role/audit is not authorized to perform: s3:GetBucketPolicy"));
    private static final Cause VERSIONING_DENIED =
            new Cause("s3:GetBucketVersioning", Status.DENIED, "s3:GetBucketVersioning", Text.quoted("AccessDenied"));
    private static final Cause THROTTLED = new Cause(
            "rds:DescribeDBInstances", Status.THROTTLED, "rds:DescribeDBInstances", Text.quoted("Rate exceeded"));
    private static final Cause REGION_DENIED = new Cause(
            "kms:ListKeys",
            Status.DENIED,
            "kms:ListKeys",
            Text.quoted("AccessDeniedException: explicit deny in a service control policy"));

    private static final AssetType BUCKET = ToyScan.bucket("aws.s3.bucket");

    private RichScan() {}

    public static ReportData in(Path folder) {
        ToyScan scan = new ToyScan(folder)
                .organisation("Lakeside Group 湖滨集团")
                .branch("Lakeside Group", "group", 2, "security office")
                .branch("Lakeside Group/Harbour", "branch", 2, "Harbour IT")
                .branch("Lakeside Group/Harbour/Shipping", "system", 3, "shipping desk")
                .branch("Lakeside Group/Finance", "branch", 3, "Finance IT")
                .target("aws", "Lakeside Group/Harbour", "harbour-production", List.of(), "")
                .target("aws", "Lakeside Group/Harbour/Shipping", "shipping", List.of("eu-west-1", "eu-central-1"), "")
                .target("aws", "Lakeside Group/Finance", "finance", List.of(), "2025-12-24T18:30:00Z");
        rules(scan);
        account(scan, "Lakeside Group/Harbour", "123456789012", 6);
        account(scan, "Lakeside Group/Harbour/Shipping", "210987654321", 4);
        account(scan, "Lakeside Group/Finance", "345678901234", 3);
        return scan.data();
    }

    private static void rules(ToyScan scan) {
        scan.rule(
                new RuleInfo(
                        "bucket-not-public",
                        "5f3a9c",
                        "storage.bucket",
                        Severity.CRITICAL,
                        new Text("Buckets cannot be read by anyone on the Internet", "存储桶不能被互联网上的任何人读取"),
                        new Text(
                                "Public buckets are found by scanners within hours. What was read once cannot be called back,"
                                        + " and the first sign is often a letter from a journalist.",
                                "公开的存储桶会在数小时内被扫描器发现。数据一旦被读取便无法收回，而往往是记者的来信才让人察觉。"),
                        new Text("Anyone on the Internet may read the bucket.", "互联网上的任何人都可以读取该存储桶。"),
                        "!facets.public",
                        Map.of(
                                "aws",
                                new Remediation(
                                        new Text(
                                                "S3 → the bucket → Permissions → Block public access → Edit.\nTurn on all four"
                                                        + " settings and save. Then remove the statement that names everyone from"
                                                        + " the bucket policy.",
                                                "S3 → 选择存储桶 → 权限 → 阻止公有访问 → 编辑。\n启用全部四项并保存，然后从存储桶策略中删除授权所有人的语句。"),
                                        "aws s3api put-public-access-block --bucket NAME \\\n  --public-access-block-configuration"
                                                + " BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,"
                                                + "RestrictPublicBuckets=true\n",
                                        "resource \"aws_s3_bucket_public_access_block\" \"this\" {\n  bucket                  ="
                                                + " aws_s3_bucket.this.id\n  block_public_acls       = true\n  block_public_policy"
                                                + "     = true\n  ignore_public_acls      = true\n  restrict_public_buckets ="
                                                + " true\n}\n")),
                        List.of(
                                new RuleInfo.Reference("CIS AWS Foundations 7.0.0, 3.1.4", ""),
                                new RuleInfo.Reference(
                                        "Blocking public access to your Amazon S3 storage",
                                        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"))));
        scan.rule("security-group-ssh-closed", Severity.HIGH, "SSH is not open to the Internet", "SSH 端口未对互联网开放");
        scan.rule("bucket-versioning-enabled", Severity.MEDIUM, "Buckets keep old versions of objects", "存储桶保留对象的历史版本");
        scan.rule("database-encrypted", Severity.HIGH, "Databases are encrypted at rest", "数据库已启用静态加密");
        scan.rule("key-not-public", Severity.CRITICAL, "Keys cannot be used by anyone", "密钥不能被任何人使用");
        scan.rule("bucket-access-logged", Severity.LOW, "Access to buckets is logged", "存储桶已记录访问日志");
        scan.rule("root-has-hardware-mfa", Severity.CRITICAL, "The root user has a hardware token", "根用户启用了硬件 MFA");
        scan.rule("function-not-public", Severity.HIGH, "Functions cannot be called by anyone", "函数不能被任何人调用");
    }

    private static void account(ToyScan scan, String branch, String account, int buckets) {
        Scope global = new Scope(branch, account, Scope.GLOBAL);
        Cause listed = new Cause("s3:ListBuckets", Status.VALUE, "s3:ListAllMyBuckets", Text.EMPTY);
        scan.unit("aws", global, "aws.s3.bucket", listed, buckets);
        scan.unit("aws", global, "aws.iam.user", listed, 14);
        for (int i = 0; i < buckets; i++) {
            Scope home = global.in(i % 2 == 0 ? "eu-west-1" : "eu-central-1");
            String name = BUCKETS.get(i) + "-" + account.substring(0, 4);
            Doc attributes =
                    Doc.of("Name", name, "Public", i % 3 == 0, "Versioned", Unknown.because(VERSIONING_DENIED));
            scan.asset(BUCKET, home, attributes, Map.of("owner", "team-" + i, "env", "production"));
            judgeBucket(scan, subject("aws.s3.bucket", home, name), i);
        }
        scan.finding(
                "root-has-hardware-mfa",
                subject("aws.account", global, account),
                Verdict.MANUAL,
                List.of(),
                List.of(),
                Text.EMPTY);
        for (int region = 0; region < REGIONS.size(); region++) {
            for (int type = 0; type < TYPES.size(); type++) {
                region(scan, global.in(REGIONS.get(region)), region, type);
            }
        }
        scan.call(account, "eu-west-1", DENIED, 4);
        scan.call(account, "eu-central-1", VERSIONING_DENIED, 7);
    }

    private static void judgeBucket(ToyScan scan, Finding.Subject asset, int i) {
        Text failed = new Text("Anyone on the Internet may read the bucket.", "互联网上的任何人都可以读取该存储桶。");
        List<Evidence> evidence = List.of(
                new Evidence("facets.public", i % 3 == 0, "s3:GetBucketPolicyStatus, s3:GetPublicAccessBlock"),
                new Evidence(
                        "facets.publicBy",
                        DocList.of("policy statement AllowEveryone", "ACL AllUsers"),
                        "s3:GetBucketAcl"));
        if (i == 4) {
            scan.finding("bucket-not-public", asset, Verdict.UNKNOWN, List.of(), List.of(DENIED), Text.EMPTY);
        } else {
            Verdict verdict = i % 3 == 0 ? Verdict.FAIL : Verdict.PASS;
            scan.finding("bucket-not-public", asset, verdict, evidence, List.of(), failed);
        }
        List<Cause> both = i % 2 == 0 ? List.of(VERSIONING_DENIED) : List.of(VERSIONING_DENIED, DENIED);
        scan.finding("bucket-versioning-enabled", asset, Verdict.UNKNOWN, List.of(), both, Text.EMPTY);
        scan.finding(
                "bucket-access-logged",
                asset,
                i == 0 ? Verdict.NOT_APPLICABLE : i < 3 ? Verdict.FAIL : Verdict.PASS,
                List.of(new Evidence("facets.accessLogged", false, "s3:GetBucketLogging")),
                List.of(),
                new Text("Access to the bucket is not logged.", "未记录对存储桶的访问。"));
    }

    private static void region(ToyScan scan, Scope scope, int region, int type) {
        String name = TYPES.get(type);
        String[] parts = name.split("\\.");
        Cause listed = new Cause(parts[1] + ":List", Status.VALUE, parts[1] + ":List", Text.EMPTY);
        if (name.startsWith("aws.kms") && region > 6) {
            scan.unit("aws", scope, name, REGION_DENIED, 0);
            scan.call(scope.account(), scope.region(), REGION_DENIED, 1);
            Finding.Subject whatever = subject(name, scope, Finding.Subject.UNLISTED);
            scan.finding("key-not-public", whatever, Verdict.UNKNOWN, List.of(), List.of(REGION_DENIED), Text.EMPTY);
        } else if (name.startsWith("aws.rds") && region == 3) {
            scan.unit("aws", scope, name, THROTTLED, 12);
            scan.call(scope.account(), scope.region(), THROTTLED, 1);
            Finding.Subject whatever = subject(name, scope, Finding.Subject.UNLISTED);
            scan.finding("database-encrypted", whatever, Verdict.UNKNOWN, List.of(), List.of(THROTTLED), Text.EMPTY);
        } else if (name.startsWith("aws.lambda") && region == 7) {
            Cause none = new Cause("lambda:ListFunctions", Status.UNSUPPORTED, "lambda:ListFunctions", Text.EMPTY);
            scan.unit("aws", scope, name, none, 0);
        } else {
            int count = region == 3 || region == 5 ? (region * 7 + type * 5) % 23 : region == 8 ? 3 : 0;
            scan.unit("aws", scope, name, listed, name.startsWith("aws.lambda") ? 0 : count);
            if (name.endsWith("security_group")) {
                judgeGroups(scan, scope, count);
            }
        }
    }

    private static void judgeGroups(ToyScan scan, Scope scope, int count) {
        for (int i = 0; i < count; i++) {
            Doc open = Doc.of(
                    "protocol",
                    "tcp",
                    "fromPort",
                    22L,
                    "toPort",
                    22L,
                    "family",
                    "ipv4",
                    "source",
                    DocList.of("0.0.0.0/0"));
            scan.finding(
                    "security-group-ssh-closed",
                    subject(
                            "aws.ec2.security_group",
                            scope,
                            "sg-0f" + i + "a7c3d91e" + scope.account().charAt(0)),
                    i % 5 == 0 ? Verdict.FAIL : Verdict.PASS,
                    List.of(new Evidence("facets.internetIngress", DocList.of(open), "ec2:DescribeSecurityGroups")),
                    List.of(),
                    new Text("TCP 22 is open to 0.0.0.0/0.", "TCP 22 端口对 0.0.0.0/0 开放。"));
        }
    }
}
