package io.nephoscope.inventory;

import static io.nephoscope.inventory.FacetWords.ACCESS_LOGGED;
import static io.nephoscope.inventory.FacetWords.ADDRESSES;
import static io.nephoscope.inventory.FacetWords.ATTACHED;
import static io.nephoscope.inventory.FacetWords.BACKUP_RETENTION_DAYS;
import static io.nephoscope.inventory.FacetWords.COVERAGE_GAPS;
import static io.nephoscope.inventory.FacetWords.COVERS_ALL_REGIONS;
import static io.nephoscope.inventory.FacetWords.DOMAINS;
import static io.nephoscope.inventory.FacetWords.ENCRYPTED;
import static io.nephoscope.inventory.FacetWords.ENFORCING;
import static io.nephoscope.inventory.FacetWords.EXPIRES;
import static io.nephoscope.inventory.FacetWords.FLOW_LOGGED;
import static io.nephoscope.inventory.FacetWords.GRANTS_ADMIN;
import static io.nephoscope.inventory.FacetWords.INSECURE_TRANSPORT_DENIED;
import static io.nephoscope.inventory.FacetWords.INTERNET_INGRESS;
import static io.nephoscope.inventory.FacetWords.LOG_VALIDATED;
import static io.nephoscope.inventory.FacetWords.MFA;
import static io.nephoscope.inventory.FacetWords.PROTECTS;
import static io.nephoscope.inventory.FacetWords.PUBLIC;
import static io.nephoscope.inventory.FacetWords.PUBLIC_ADDRESSES;
import static io.nephoscope.inventory.FacetWords.PUBLIC_BY;
import static io.nephoscope.inventory.FacetWords.PURGE_PROTECTED;
import static io.nephoscope.inventory.FacetWords.RANGES;
import static io.nephoscope.inventory.FacetWords.RETENTION_DAYS;
import static io.nephoscope.inventory.FacetWords.ROTATED;
import static io.nephoscope.inventory.FacetWords.RUNNING;
import static io.nephoscope.inventory.FacetWords.TAKEN;
import static io.nephoscope.inventory.FacetWords.UPDATED;
import static io.nephoscope.inventory.FacetWords.VERSIONED;

import java.util.List;
import java.util.Optional;

/** The kinds of the standard model, each with the words that may be said of its assets: {@link FacetWords}. */
public final class Kinds {
    public static final Kind ACCOUNT = Kind.of("cloud.account", "Account", "云账号");
    public static final Kind BUCKET = Kind.of(
            "storage.bucket", "Bucket", "存储桶", PUBLIC, PUBLIC_BY, INSECURE_TRANSPORT_DENIED, VERSIONED, ACCESS_LOGGED);
    public static final Kind VM = Kind.of("compute.vm", "Virtual machine", "虚拟机", PUBLIC_ADDRESSES, RUNNING, ADDRESSES);
    public static final Kind DISK = Kind.of("storage.disk", "Disk", "云硬盘", ENCRYPTED, ATTACHED);
    public static final Kind DISK_SNAPSHOT =
            Kind.of("storage.disk_snapshot", "Disk snapshot", "云硬盘快照", PUBLIC, ENCRYPTED, TAKEN);
    public static final Kind FIREWALL = Kind.of("network.firewall", "Firewall rule set", "安全组", INTERNET_INGRESS);
    public static final Kind NETWORK_ACL = Kind.of("network.acl", "Network ACL", "网络 ACL", INTERNET_INGRESS);
    public static final Kind NETWORK = Kind.of("network.vpc", "Virtual network", "专有网络", FLOW_LOGGED, RANGES);
    public static final Kind USER = Kind.of("identity.user", "User", "用户", MFA);
    public static final Kind GROUP = Kind.of("identity.group", "Group", "用户组");
    public static final Kind ROLE = Kind.of("identity.role", "Role", "角色");
    public static final Kind POLICY = Kind.of("identity.policy", "Policy", "权限策略", GRANTS_ADMIN);
    public static final Kind KEY = Kind.of("crypto.key", "Key", "密钥", PUBLIC, PUBLIC_BY, ROTATED, EXPIRES);
    public static final Kind TRAIL = Kind.of(
            "audit.trail", "Audit trail", "操作审计跟踪", COVERS_ALL_REGIONS, COVERAGE_GAPS, LOG_VALIDATED, ENCRYPTED);
    public static final Kind DATABASE = Kind.of(
            "database.relational", "Relational database", "关系型数据库", ENCRYPTED, PUBLIC, BACKUP_RETENTION_DAYS, DOMAINS);
    public static final Kind DATABASE_SNAPSHOT =
            Kind.of("database.snapshot", "Database snapshot", "数据库快照", PUBLIC, ENCRYPTED, TAKEN);
    public static final Kind FUNCTION = Kind.of("compute.function", "Function", "云函数", PUBLIC, PUBLIC_BY, DOMAINS);
    public static final Kind QUEUE = Kind.of("messaging.queue", "Queue", "消息队列", PUBLIC, PUBLIC_BY, ENCRYPTED);
    public static final Kind TOPIC = Kind.of("messaging.topic", "Topic", "消息主题", PUBLIC, PUBLIC_BY);
    public static final Kind PUBLIC_ADDRESS =
            Kind.of("network.public_ip", "Public address", "公网地址", ADDRESSES, ATTACHED);
    public static final Kind WEB_ENTRY = Kind.of("web.entry", "Web entry point", "Web 入口", DOMAINS);
    public static final Kind CERTIFICATE = Kind.of("crypto.certificate", "Certificate", "证书", DOMAINS, EXPIRES);
    public static final Kind CLUSTER =
            Kind.of("kubernetes.cluster", "Kubernetes cluster", "Kubernetes 集群", PUBLIC, UPDATED, ADDRESSES, DOMAINS);
    public static final Kind RESOURCE_GROUP = Kind.of("cloud.resource_group", "Resource group", "资源组");
    public static final Kind IMAGE = Kind.of("compute.image", "Machine image", "系统镜像", PUBLIC);
    public static final Kind LOAD_BALANCER =
            Kind.of("network.load_balancer", "Load balancer", "负载均衡", ADDRESSES, PUBLIC_ADDRESSES);
    public static final Kind NETWORK_INTERFACE =
            Kind.of("network.interface", "Network interface", "网卡", ADDRESSES, ATTACHED);
    public static final Kind SUBNET = Kind.of("network.subnet", "Subnet", "子网", RANGES);
    public static final Kind CACHE =
            Kind.of("database.cache", "In-memory database", "缓存数据库", INSECURE_TRANSPORT_DENIED, DOMAINS);
    public static final Kind DOCUMENT_DATABASE = Kind.of(
            "database.document", "Document database", "文档数据库", ENCRYPTED, PUBLIC, BACKUP_RETENTION_DAYS, DOMAINS);
    public static final Kind DATABASE_SERVER = Kind.of("database.server", "Database server", "数据库服务器", PUBLIC, DOMAINS);
    public static final Kind ACCESS_KEY = Kind.of("identity.access_key", "Access key", "访问密钥");
    public static final Kind ASSIGNMENT = Kind.of("identity.assignment", "Role assignment", "角色授权");
    public static final Kind POLICY_ASSIGNMENT = Kind.of("policy.assignment", "Policy assignment", "策略分配", ENFORCING);
    public static final Kind AUDIT_SETTING =
            Kind.of("audit.setting", "Log export setting", "日志导出设置", RUNNING, RETENTION_DAYS);
    public static final Kind LOG_STORE = Kind.of("log.store", "Log store", "日志存储", RETENTION_DAYS);
    public static final Kind ALERT = Kind.of("monitor.alert", "Alert rule", "告警规则", RUNNING);
    public static final Kind VAULT = Kind.of("crypto.vault", "Key vault", "密钥保管库", PURGE_PROTECTED, DOMAINS);
    public static final Kind SECRET = Kind.of("crypto.secret", "Secret", "凭据", EXPIRES);
    public static final Kind REGISTRY = Kind.of("container.registry", "Container registry", "容器镜像仓库", PUBLIC, DOMAINS);
    public static final Kind SECURITY_PLAN = Kind.of("security.plan", "Security plan", "安全防护计划", RUNNING, PROTECTS);
    public static final Kind WAF =
            Kind.of("security.waf", "Web application firewall", "Web 应用防火墙", RUNNING, ENFORCING, EXPIRES, PROTECTS);
    public static final Kind DDOS_PROTECTION =
            Kind.of("security.ddos", "DDoS protection", "DDoS 防护", ADDRESSES, RUNNING, EXPIRES, PROTECTS);
    public static final Kind BASTION =
            Kind.of("security.bastion", "Bastion host", "堡垒机", PUBLIC, DOMAINS, EXPIRES, PROTECTS);
    public static final Kind NETWORK_FIREWALL =
            Kind.of("security.firewall", "Network firewall", "网络防火墙", ADDRESSES, PROTECTS);
    public static final Kind HOST_SECURITY =
            Kind.of("security.host", "Host security", "主机安全", RUNNING, EXPIRES, PROTECTS);
    public static final Kind DATABASE_AUDIT =
            Kind.of("security.db_audit", "Database audit", "数据库审计", RUNNING, EXPIRES, PROTECTS);
    public static final Kind SCANNER =
            Kind.of("security.scanner", "Vulnerability scanner", "漏洞扫描", RUNNING, EXPIRES, PROTECTS);

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
}
