package io.nephoscope.rules;

import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.Faults;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule as it is written: for whoever tries it.
 *
 * @param source where it stands
 * @param examples assets with the verdict that each must get
 */
public record RuleSource(Rule rule, YamlNode source, List<Example> examples) {
    /** The folder of the rules that come with this program. */
    private static final String CATALOGUE = "catalog";

    public RuleSource {
        examples = List.copyOf(examples);
    }

    /**
     * The rules that come with this program, by file.
     *
     * @throws YamlException with every fault of every file, each with its place
     */
    public static List<RuleSource> packaged(Types types) {
        return read(files(), types);
    }

    /**
     * The rules in and below a folder, by file.
     *
     * @throws YamlException with every fault of every file, each with its place; or where there is no such folder, or no rule in it
     */
    public static List<RuleSource> in(Path folder, Types types) {
        return read(files(folder), types);
    }

    static List<YamlFile> files() {
        List<YamlFile> files = YamlFile.packaged(CATALOGUE);
        if (files.isEmpty()) {
            throw new YamlException(
                    Text.of("This program was packaged without its rules; build it anew.", "程序打包时缺少规则；请重新构建。"));
        }
        return files;
    }

    static List<YamlFile> files(Path folder) {
        List<YamlFile> files = YamlFile.in(folder);
        if (files.isEmpty()) {
            throw new YamlException(Text.of(
                    "The folder {0} holds no rules; a rule is a file ID.yaml.",
                    "文件夹 {0} 中没有规则；规则是名为 ID.yaml 的文件。", folder));
        }
        return files;
    }

    static List<RuleSource> read(List<YamlFile> files, Types types) {
        RuleReader reader = new RuleReader(types);
        record Reading(List<RuleSource> rule, List<YamlException> fault) {}
        List<Reading> readings = files.parallelStream()
                .map(file -> {
                    Faults faults = new Faults();
                    List<RuleSource> rule =
                            faults.attempt(() -> reader.read(file)).stream().toList();
                    return new Reading(rule, faults.found());
                })
                .toList();
        List<RuleSource> rules =
                readings.stream().flatMap(it -> it.rule.stream()).toList();
        List<YamlException> faults = new ArrayList<>(
                readings.stream().flatMap(it -> it.fault.stream()).toList());
        faults.addAll(RuleSet.idsTwice(rules.stream().map(RuleSource::rule).toList()));
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return rules;
    }
}
