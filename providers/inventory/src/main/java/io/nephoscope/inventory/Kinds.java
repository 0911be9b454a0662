package io.nephoscope.inventory;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of the standard model. Facet names: {@code public} is "anyone on the Internet may read or act, in effect, all layers
 * considered"; {@code publicBy} names each way in which that is so, {@code coverageGaps} what a trail leaves unrecorded. A facet is
 * absent where its question does not arise: the addresses of a machine that is gone, the backups of a replica.
 */
public final class Kinds {
    /**
     * One way in from the Internet as a whole: {@code protocol} is tcp, udp, icmp, icmpv6, a protocol number, all, or other (whatever
     * the firewall does not name); ports are inclusive and 0 to 65535 where the protocol has none; {@code family} is ipv4 or ipv6;
     * {@code source} lists the ranges that together make it so; {@code open} is true, or unknown where sources that were not read
     * decide it.
     */
    private static final Schema INGRESS = listOf(struct(
            "ingress",
            "protocol",
            STRING,
            "fromPort",
            INT,
            "toPort",
            INT,
            "family",
            STRING,
            "source",
            STRING,
            "open",
            BOOL));

    public static final Kind ACCOUNT = kind("cloud.account", "Account", "云账号");
    public static final Kind BUCKET = kind(
            "storage.bucket",
            "Bucket",
            "存储桶",
            "public",
            BOOL,
            "publicBy",
            listOf(STRING),
            "insecureTransportDenied",
            BOOL,
            "versioned",
            BOOL,
            "accessLogged",
            BOOL);
    public static final Kind VM =
            kind("compute.vm", "Virtual machine", "虚拟机", "publicAddresses", listOf(STRING), "running", BOOL);
    public static final Kind DISK = kind("storage.disk", "Disk", "云硬盘", "encrypted", BOOL);
    public static final Kind DISK_SNAPSHOT =
            kind("storage.disk_snapshot", "Disk snapshot", "云硬盘快照", "public", BOOL, "encrypted", BOOL);
    public static final Kind FIREWALL =
            kind("network.firewall", "Firewall rule set", "安全组", "internetIngress", INGRESS);
    public static final Kind NETWORK_ACL = kind("network.acl", "Network ACL", "网络 ACL", "internetIngress", INGRESS);
    public static final Kind NETWORK = kind("network.vpc", "Virtual network", "专有网络", "flowLogged", BOOL);
    public static final Kind USER = kind("identity.user", "User", "用户");
    public static final Kind GROUP = kind("identity.group", "Group", "用户组");
    public static final Kind ROLE = kind("identity.role", "Role", "角色");
    public static final Kind POLICY = kind("identity.policy", "Policy", "权限策略", "grantsAdmin", BOOL);
    public static final Kind KEY = kind("crypto.key", "Key", "密钥", "public", BOOL, "publicBy", listOf(STRING));
    public static final Kind TRAIL = kind(
            "audit.trail",
            "Audit trail",
            "操作审计跟踪",
            "coversAllRegions",
            BOOL,
            "coverageGaps",
            listOf(STRING),
            "logValidated",
            BOOL,
            "encrypted",
            BOOL);
    public static final Kind DATABASE = kind(
            "database.relational",
            "Relational database",
            "关系型数据库",
            "encrypted",
            BOOL,
            "public",
            BOOL,
            "backupRetentionDays",
            INT);
    public static final Kind DATABASE_SNAPSHOT =
            kind("database.snapshot", "Database snapshot", "数据库快照", "public", BOOL, "encrypted", BOOL);
    public static final Kind FUNCTION =
            kind("compute.function", "Function", "云函数", "public", BOOL, "publicBy", listOf(STRING));
    public static final Kind QUEUE =
            kind("messaging.queue", "Queue", "消息队列", "public", BOOL, "publicBy", listOf(STRING), "encrypted", BOOL);
    public static final Kind TOPIC =
            kind("messaging.topic", "Topic", "消息主题", "public", BOOL, "publicBy", listOf(STRING));
    public static final Kind PUBLIC_ADDRESS = kind("network.public_ip", "Public address", "公网地址");
    public static final Kind WEB_ENTRY = kind("web.entry", "Web entry point", "Web 入口");
    public static final Kind CERTIFICATE = kind("crypto.certificate", "Certificate", "证书");
    public static final Kind CLUSTER = kind("kubernetes.cluster", "Kubernetes cluster", "Kubernetes 集群");

    private static final List<Kind> ALL = List.of(
            ACCOUNT,
            BUCKET,
            VM,
            DISK,
            DISK_SNAPSHOT,
            FIREWALL,
            NETWORK_ACL,
            NETWORK,
            USER,
            GROUP,
            ROLE,
            POLICY,
            KEY,
            TRAIL,
            DATABASE,
            DATABASE_SNAPSHOT,
            FUNCTION,
            QUEUE,
            TOPIC,
            PUBLIC_ADDRESS,
            WEB_ENTRY,
            CERTIFICATE,
            CLUSTER);

    private Kinds() {}

    public static List<Kind> all() {
        return ALL;
    }

    public static Optional<Kind> named(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    private static Kind kind(String name, String en, String zh, Object... facets) {
        return new Kind(name, en, zh, struct(name + ".facets", Arrays.copyOf(facets, facets.length)));
    }
}
