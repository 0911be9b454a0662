package io.nephoscope.inventory;

import static io.nephoscope.inventory.Schema.Scalar.ADDRESS;
import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.FAMILY;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.PORT;
import static io.nephoscope.inventory.Schema.Scalar.PROTOCOL;
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
            PROTOCOL,
            "fromPort",
            PORT,
            "toPort",
            PORT,
            "family",
            FAMILY,
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
            kind("compute.vm", "Virtual machine", "虚拟机", "publicAddresses", listOf(ADDRESS), "running", BOOL);
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
    public static final Kind RESOURCE_GROUP = kind("cloud.resource_group", "Resource group", "资源组");
    public static final Kind IMAGE = kind("compute.image", "Machine image", "系统镜像", "public", BOOL);
    public static final Kind LOAD_BALANCER = kind("network.load_balancer", "Load balancer", "负载均衡");
    public static final Kind NETWORK_INTERFACE = kind("network.interface", "Network interface", "网卡");
    public static final Kind SUBNET = kind("network.subnet", "Subnet", "子网");
    public static final Kind CACHE = kind("database.cache", "In-memory database", "缓存数据库");
    public static final Kind DOCUMENT_DATABASE = kind("database.document", "Document database", "文档数据库");
    public static final Kind DATABASE_SERVER = kind("database.server", "Database server", "数据库服务器");
    public static final Kind ACCESS_KEY = kind("identity.access_key", "Access key", "访问密钥");
    public static final Kind ASSIGNMENT = kind("identity.assignment", "Role assignment", "角色授权");
    public static final Kind POLICY_ASSIGNMENT = kind("policy.assignment", "Policy assignment", "策略分配");
    public static final Kind AUDIT_SETTING = kind("audit.setting", "Log export setting", "日志导出设置");
    public static final Kind LOG_STORE = kind("log.store", "Log store", "日志存储");
    public static final Kind ALERT = kind("monitor.alert", "Alert rule", "告警规则");
    public static final Kind VAULT = kind("crypto.vault", "Key vault", "密钥保管库");
    public static final Kind SECRET = kind("crypto.secret", "Secret", "凭据");
    public static final Kind REGISTRY = kind("container.registry", "Container registry", "容器镜像仓库");
    public static final Kind SECURITY_PLAN =
            kind("security.plan", "Security plan", "安全防护计划", "protects", listOf(STRING));
    public static final Kind WAF =
            kind("security.waf", "Web application firewall", "Web 应用防火墙", "protects", listOf(STRING));
    public static final Kind DDOS_PROTECTION =
            kind("security.ddos", "DDoS protection", "DDoS 防护", "protects", listOf(STRING));
    public static final Kind BASTION = kind("security.bastion", "Bastion host", "堡垒机", "protects", listOf(STRING));
    public static final Kind NETWORK_FIREWALL =
            kind("security.firewall", "Network firewall", "网络防火墙", "protects", listOf(STRING));
    public static final Kind HOST_SECURITY = kind("security.host", "Host security", "主机安全", "protects", listOf(STRING));
    public static final Kind DATABASE_AUDIT =
            kind("security.db_audit", "Database audit", "数据库审计", "protects", listOf(STRING));
    public static final Kind SCANNER =
            kind("security.scanner", "Vulnerability scanner", "漏洞扫描", "protects", listOf(STRING));

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
            CLUSTER,
            RESOURCE_GROUP,
            IMAGE,
            LOAD_BALANCER,
            NETWORK_INTERFACE,
            SUBNET,
            CACHE,
            DOCUMENT_DATABASE,
            DATABASE_SERVER,
            ACCESS_KEY,
            ASSIGNMENT,
            POLICY_ASSIGNMENT,
            AUDIT_SETTING,
            LOG_STORE,
            ALERT,
            VAULT,
            SECRET,
            REGISTRY,
            SECURITY_PLAN,
            WAF,
            DDOS_PROTECTION,
            BASTION,
            NETWORK_FIREWALL,
            HOST_SECURITY,
            DATABASE_AUDIT,
            SCANNER);

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
