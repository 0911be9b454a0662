package io.nephoscope.files;

import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A field of the onboarding standard. The header, the JSON Schema, the reference and the checks all derive from {@link #ALL}.
 *
 * @param name in headers and in JSON alike
 * @param form what it may hold
 * @param aliases other names for it
 * @param means what it means
 */
record Field(String name, Form form, boolean required, List<String> aliases, Text means) {
    static final String CLASS = "class";
    static final String NATIVE_ID = "native_id";
    static final String NAME = "name";
    static final String BRANCH = "branch";
    static final String REGION = "region";
    static final String VALID_UNTIL = "valid_until";

    /** The attribute that holds the tags; in tables a column {@code tag:KEY} each. */
    static final String TAGS = "tags";
    /** The attribute that holds the facets of the class; in tables a column {@code facet:NAME} each. */
    static final String FACETS = "facets";
    /** The attribute that holds whatever else the file says. */
    static final String COLUMNS = "columns";

    static final List<Field> ALL = List.of(
            required(
                    CLASS,
                    Form.KIND,
                    "The class of the asset: a kind of the standard model, as compute.vm.",
                    "资产类别：标准模型中的类别，例如 compute.vm。",
                    "kind"),
            required(
                    NATIVE_ID,
                    Form.TEXT,
                    "The id by which whoever keeps the asset knows it; one per class and region.",
                    "资产在其管理方的唯一编号；在同一类别和区域内不得重复。",
                    "id"),
            optional(NAME, Form.TEXT, "The name that people know it by.", "资产名称。"),
            optional(
                    "addresses",
                    Form.ADDRESSES,
                    "Its IP addresses or blocks of them, as 10.20.1.11 or 10.20.0.0/16.",
                    "IP 地址或网段，例如 10.20.1.11 或 10.20.0.0/16。",
                    "address"),
            optional(
                    "domains",
                    Form.DOMAINS,
                    "Its domain names, as shop.example.com or *.example.com.",
                    "域名，例如 shop.example.com 或 *.example.com。",
                    "domain"),
            optional("owner", Form.TEXT, "Who answers for it.", "责任人或责任部门。"),
            optional(
                    BRANCH,
                    Form.TEXT,
                    "The branch to which it belongs: a path below the account's branch, or from the head with a slash first.",
                    "所属分支机构：账号所在分支之下的相对路径，或以斜杠开头的完整路径。",
                    "tenant"),
            optional(
                    "mlps_level",
                    Form.LEVEL,
                    "The MLPS level of the system that it belongs to, 1 to 5.",
                    "所属系统的网络安全等级保护级别，1 至 5。"),
            optional("environment", Form.TEXT, "As prod or test.", "环境，例如 prod 或 test。"),
            optional(REGION, Form.TEXT, "The site or region where it is.", "所在机房、站点或区域。"),
            optional("account", Form.TEXT, "The account or project under which its keeper books it.", "在其管理方的账号或项目。"),
            optional("vendor", Form.TEXT, "Who makes or runs it.", "厂商或运营方。"),
            optional("product", Form.TEXT, "The product, as its vendor names it.", "产品名称。"),
            optional(
                    "protects",
                    Form.SELECTORS,
                    "What a security product guards: address:10.0.0.0/8, domain:*.example.com, tag:Env=prod, id:vm-7,"
                            + " class:web.entry.",
                    "安全产品的防护对象：address:10.0.0.0/8、domain:*.example.com、tag:Env=prod、id:vm-7、class:web.entry。"),
            optional(
                    "observed_at",
                    Form.TIME,
                    "When this was found to be so, as 2026-01-31 or 2026-01-31T08:00:00+08:00.",
                    "信息核实时间，例如 2026-01-31 或 2026-01-31T08:00:00+08:00。"),
            optional(
                    VALID_UNTIL,
                    Form.TIME,
                    "How long this may be relied on; after it, the facets are unknown.",
                    "信息有效期；到期后各项特征视为未知。"));

    private static final Map<String, Field> BY_NAME = byName();

    Field {
        aliases = List.copyOf(aliases);
    }

    private static Field required(String name, Form form, String en, String zh, String... aliases) {
        return new Field(name, form, true, List.of(aliases), Text.of(en, zh));
    }

    private static Field optional(String name, Form form, String en, String zh, String... aliases) {
        return new Field(name, form, false, List.of(aliases), Text.of(en, zh));
    }

    private static Map<String, Field> byName() {
        Map<String, Field> byName = new LinkedHashMap<>();
        for (Field field : ALL) {
            byName.put(field.name, field);
            field.aliases.forEach(alias -> byName.put(alias, field));
        }
        return byName;
    }

    /** Whether a facet of that name is what the field of the same name says. */
    static boolean isFacet(String facet) {
        return ALL.stream().anyMatch(field -> field.name.equals(facet));
    }

    /** By its name or an alias, in small letters or capitals. */
    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Every name, aliases among them. */
    static List<String> names() {
        return new ArrayList<>(BY_NAME.keySet());
    }
}
