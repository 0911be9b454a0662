package io.nephoscope.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nephoscope.collect.Unit;
import io.nephoscope.inventory.Asset;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private static final String EXPORT = """
            资产编号,资产类型,名称,内网IP,公网IP,是否加密,等保级别,业务系统,备注
            SRV-1,虚拟机,门户,10.0.0.1、10.0.0.2,203.0.113.7,,三级,官网,无
            VOL-1,云硬盘,,,,是,,,
            VOL-2,云硬盘,,,,不详,,,
            """;
    private static final String MAPPING = """
            # An export of the register, as it is
            columns:
              资产编号: native_id
              资产类型: class
              名称: name
              内网IP: addresses
              公网IP: addresses
              是否加密: facet:encrypted
              等保级别: mlps_level
              业务系统: tag:System
            values:
              class: {虚拟机: compute.vm, 云硬盘: storage.disk}
            constants: {environment: prod, owner: 信息中心}
            separator: "、"
            ignore: [备注]
            """;

    @TempDir
    private Path folder;

    @Test
    void anExportOfARegisterComesInUnchanged() throws Exception {
        Seen seen = read("cmdb.csv", EXPORT, MAPPING, Charset.forName("GB18030"));
        Asset server = seen.asset("SRV-1");

        assertThat(server.type().kind().name()).isEqualTo("compute.vm");
        assertThat(server.name()).isEqualTo("门户");
        assertThat(server.attributes().list("addresses")).isEqualTo(DocList.of("10.0.0.1", "10.0.0.2", "203.0.113.7"));
        assertThat(server.attributes().get("mlps_level")).isEqualTo(3L);
        assertThat(server.attributes().text("environment")).isEqualTo("prod");
        assertThat(server.attributes().text("owner")).isEqualTo("信息中心");
        assertThat(server.attributes().doc("columns")).isEqualTo(Doc.empty());
        assertThat(((Doc) server.tags()).get("System")).isEqualTo("官网");
        assertThat(facet(seen.asset("VOL-1"))).isEqualTo(true);
        assertThat(seen.units).noneMatch(Unit::isGap);
    }

    @Test
    void aFaultIsToldByTheNameOfTheColumnInTheFile() throws Exception {
        assertThat(read("cmdb.csv", EXPORT, MAPPING, Charset.forName("UTF-8")).unread())
                .containsExactly("cmdb.csv, line 4, column 是否加密: \"不详\" is not true, false," + " yes or no");
    }

    @Test
    void theSameMappingReadsJson() throws Exception {
        Seen seen = read(
                "cmdb.json",
                "[{\"资产编号\": 7, \"资产类型\": \"云硬盘\", \"是否加密\": 1, \"备注\": {\"a\": 1}}]",
                MAPPING.replace("values:\n", "values:\n  facet:encrypted: {1: true, 0: false}\n"),
                Charset.forName("UTF-8"));
        assertThat(facet(seen.asset("7"))).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            columns: {资产编号: native_ID, 资产类型: clas}   | line 1, column 34: the standard has no field clas (did you mean class?); it has class, native_id, name, addresses, domains, owner, branch, mlps_level, environment, region, account, vendor, product, protects, observed_at, valid_until, tag:KEY and facet:NAME.
            columns: {a: facet:encripted}                  | line 1, column 14: no class has a facet encripted (did you mean encrypted?).
            colums: {}                                     | line 1, column 1: there is no such field (did you mean columns?); known here: columns, values, constants, separator, ignore.
            columns: [a]                                   | line 1, column 10: here should be fields, each as "name: value".
            columns: {a: [b]}                              | line 1, column 14: here should be a single text.
            columns: {a: name, a: owner}                   | line 1, column 20: a stands here twice; keep one.
            ignore: a                                      | line 1, column 9: here should be a list, as [a, b].
            separator: ''                                  | line 1, column 12: the separator is empty; write what stands between the items of a list.
            columns: {资产编码: native_id}                   | line 1, column 11: the file cmdb.csv has no column 资产编码 (did you mean 资产编号?).
            columns: {a: name                              | line 1, column 18: not YAML (expected ',' or '}', but got <stream end>).
            values: {class: &x {a: *x}}                    | line 1, column 24: here should be a single text.
            ``                                             | line 1, column 1: the file is empty; name the columns below columns.
            """)
    void aMappingThatSaysOtherThanItShouldIsRefused(String mapping, String reason) {
        assertThatThrownBy(() -> read("cmdb.csv", EXPORT, mapping, Charset.forName("UTF-8")))
                .isInstanceOf(TargetException.class)
                .hasMessage(folder.resolve("mapping.yaml") + ", " + reason);
    }

    @Test
    void twoColumnsForOneFieldAreRefused() {
        assertThatThrownBy(() -> read(
                        "cmdb.csv",
                        EXPORT,
                        MAPPING.replace("业务系统: tag:System", "业务系统: name"),
                        Charset.forName("UTF-8")))
                .hasMessage(folder.resolve("cmdb.csv") + ", line 1: the columns 名称 and 业务系统 both give name; keep one.");
    }

    @Test
    void aMappingThatIsNotThereIsRefused() {
        Target target =
                new Target("files", "", "hills", List.of(), Map.of("path", "a.csv", "mapping", "none.yaml"), folder);
        assertThatThrownBy(() -> Seen.collect(target))
                .hasMessage(folder.resolve("none.yaml") + ": there is no such file; check its name.");
    }

    private static Object facet(Asset asset) {
        return asset.type().facetsOf(asset.attributes()).get("encrypted");
    }

    private Seen read(String name, String text, String mapping, Charset charset) throws Exception {
        Files.writeString(folder.resolve(name), text, charset);
        Files.writeString(folder.resolve("mapping.yaml"), mapping);
        return Seen.collect(new Target(
                "files", "Group/Hills", "hills", List.of(), Map.of("path", name, "mapping", "mapping.yaml"), folder));
    }
}
