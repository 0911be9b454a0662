package io.nephoscope.inventory;

import static io.nephoscope.inventory.Schema.Scalar.ADDRESS;
import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.FAMILY;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.PORT;
import static io.nephoscope.inventory.Schema.Scalar.PROTOCOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;
import static io.nephoscope.inventory.Schema.Scalar.TIMESTAMP;
import static io.nephoscope.inventory.Schema.listOf;
import static io.nephoscope.inventory.Schema.struct;

import io.nephoscope.inventory.doc.Text;
import java.util.List;

/**
 * The vocabulary of facets, each word once. A facet is absent where its question does not arise: the addresses of a machine that is
 * gone, the backups of a replica.
 */
public final class FacetWords {
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

    public static final FacetWord PUBLIC = word(
            "public",
            BOOL,
            "anyone on the Internet gets at it, in effect, all layers considered: may reach it, read it or act through it",
            "综合各层配置后，互联网上任何人实际上都能触及它：可连接、读取或操作");
    public static final FacetWord PUBLIC_BY =
            word("publicBy", listOf(STRING), "each way in which anyone on the Internet gets at it", "互联网上任何人触及它的各条途径");
    public static final FacetWord ADDRESSES =
            word("addresses", listOf(ADDRESS), "its IP addresses, private and public ones", "IP 地址，含内网和公网地址");
    public static final FacetWord PUBLIC_ADDRESSES = word(
            "publicAddresses",
            listOf(ADDRESS),
            "its IP addresses that the Internet routes: all of them are among its addresses",
            "可在互联网路由的 IP 地址，均包含在 addresses 之中");
    public static final FacetWord DOMAINS = word(
            "domains",
            listOf(STRING),
            "the domain names that lead to it, or that it is made out for",
            "指向它的域名，或证书所签发的域名");
    public static final FacetWord RANGES = word(
            "ranges",
            listOf(ADDRESS),
            "the blocks of IP addresses that it hands out to what is in it",
            "可分配给其中资源的 IP 地址段");
    public static final FacetWord INTERNET_INGRESS = word(
            "internetIngress", INGRESS, "the ways in from the Internet as a whole that it opens", "对整个互联网放行的入方向规则");
    public static final FacetWord RUNNING =
            word("running", BOOL, "it is at work: switched on, paid for, and not stopped", "正在工作：已启用、未欠费、未停止");
    public static final FacetWord ENFORCING =
            word("enforcing", BOOL, "it stops what breaks its rules, and does not only record it", "拦截违反其规则的行为，而不只是记录");
    public static final FacetWord ATTACHED = word(
            "attached", BOOL, "something uses it: a disk has its machine, an address its holder", "已被使用：云硬盘已挂载，地址已绑定");
    public static final FacetWord ENCRYPTED =
            word("encrypted", BOOL, "what it stores is encrypted at rest, with whosever key", "静态数据已加密，不论使用谁的密钥");
    public static final FacetWord INSECURE_TRANSPORT_DENIED =
            word("insecureTransportDenied", BOOL, "whoever comes without TLS is refused", "拒绝未使用 TLS 的访问");
    public static final FacetWord VERSIONED = word(
            "versioned", BOOL, "it keeps the earlier versions of what is overwritten or deleted", "保留被覆盖或删除内容的历史版本");
    public static final FacetWord ACCESS_LOGGED =
            word("accessLogged", BOOL, "who gets at what is in it is logged", "记录对其内容的访问");
    public static final FacetWord FLOW_LOGGED =
            word("flowLogged", BOOL, "the traffic in it is logged, refused traffic too", "记录其中的网络流量，包括被拒绝的流量");
    public static final FacetWord BACKUP_RETENTION_DAYS = word(
            "backupRetentionDays",
            INT,
            "for how many days its automatic backups are kept; 0 where none are made",
            "自动备份保留的天数；未开启为 0");
    public static final FacetWord RETENTION_DAYS =
            word("retentionDays", INT, "for how many days what it records is kept", "所记录内容保留的天数");
    public static final FacetWord PURGE_PROTECTED = word(
            "purgeProtected",
            BOOL,
            "what is deleted from it can be had back for a time, whoever deletes it",
            "删除后在一段时间内可恢复，任何人都不能提前清除");
    public static final FacetWord TAKEN = word("taken", TIMESTAMP, "when the copy was taken", "副本的创建时间");
    public static final FacetWord EXPIRES = word(
            "expires",
            TIMESTAMP,
            "when it ceases to be good: the end of its validity, of what was paid for, or its removal that is planned",
            "失效时间：有效期或所购服务的到期时间，或计划删除的时间");
    public static final FacetWord ROTATED =
            word("rotated", BOOL, "its material is renewed by itself, time and again", "密钥材料定期自动轮换");
    public static final FacetWord MFA = word("mfa", BOOL, "signing in takes a second factor", "登录需要第二种验证因素");
    public static final FacetWord GRANTS_ADMIN =
            word("grantsAdmin", BOOL, "whoever holds it may do everything", "持有者可执行所有操作");
    public static final FacetWord UPDATED =
            word("updated", BOOL, "new versions of its software are put in by themselves", "软件新版本会自动安装");
    public static final FacetWord COVERS_ALL_REGIONS =
            word("coversAllRegions", BOOL, "it records every region, now and in future", "记录所有区域，包括今后新增的区域");
    public static final FacetWord COVERAGE_GAPS =
            word("coverageGaps", listOf(STRING), "what it leaves unrecorded", "未记录的内容");
    public static final FacetWord LOG_VALIDATED =
            word("logValidated", BOOL, "whether its records were changed can be found out", "可校验其记录是否被篡改");

    public static final FacetWord PROTECTS =
            word("protects", listOf(STRING), "whom it guards, each by a selector", "其防护对象，各以一个选择器指明");
    public static final FacetWord OWNER = word("owner", STRING, "who answers for it", "责任人或责任部门");

    private static final List<FacetWord> ALL = List.of(
            PUBLIC,
            PUBLIC_BY,
            ADDRESSES,
            PUBLIC_ADDRESSES,
            DOMAINS,
            RANGES,
            INTERNET_INGRESS,
            RUNNING,
            ENFORCING,
            ATTACHED,
            ENCRYPTED,
            INSECURE_TRANSPORT_DENIED,
            VERSIONED,
            ACCESS_LOGGED,
            FLOW_LOGGED,
            BACKUP_RETENTION_DAYS,
            RETENTION_DAYS,
            PURGE_PROTECTED,
            TAKEN,
            EXPIRES,
            ROTATED,
            MFA,
            GRANTS_ADMIN,
            UPDATED,
            COVERS_ALL_REGIONS,
            COVERAGE_GAPS,
            LOG_VALIDATED,
            PROTECTS,
            OWNER);

    private FacetWords() {}

    public static List<FacetWord> all() {
        return ALL;
    }

    private static FacetWord word(String name, Schema schema, String en, String zh) {
        return new FacetWord(name, schema, Text.of(en, zh));
    }
}
