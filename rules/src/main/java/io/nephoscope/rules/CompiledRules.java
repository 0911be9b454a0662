package io.nephoscope.rules;

import io.nephoscope.expression.Bytes;
import io.nephoscope.expression.Expression;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.doc.Text;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules as bytes, checked and compiled, without their examples: what lists, plans and judging need of each, and behind it what only
 * people read. The catalogue lies so beside its sources, made by the build.
 */
final class CompiledRules {
    /** Where the catalogue lies, from the root of its jar. */
    static final String FILE = "io/nephoscope/rules/catalogue.compiled";

    private CompiledRules() {}

    /** The catalogue; empty where it is not compiled, or was by other code or from other sources than are here. */
    static Optional<List<Rule>> packaged(Types types) {
        try (InputStream in = CompiledRules.class.getResourceAsStream("/" + FILE)) {
            return in == null ? Optional.empty() : Bytes.read(in.readAllBytes(), file -> catalogue(file, types));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<List<Rule>> catalogue(DataInputStream in, Types types) throws IOException {
        SortedMap<String, Long> basis = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            basis.put(Bytes.readText(in), in.readLong());
        }
        return Basis.holds(basis, types) ? Optional.of(read(in)) : Optional.empty();
    }

    /** The catalogue with what it was compiled by. */
    static byte[] catalogue(SortedMap<String, Long> basis, List<Rule> rules) {
        return Bytes.of(out -> {
            out.writeInt(basis.size());
            for (Map.Entry<String, Long> entry : basis.entrySet()) {
                Bytes.writeText(out, entry.getKey());
                out.writeLong(entry.getValue());
            }
            write(out, rules);
        });
    }

    static void write(DataOutputStream out, List<Rule> rules) throws IOException {
        out.writeInt(rules.size());
        for (Rule rule : rules) {
            writeRule(out, rule);
        }
    }

    static List<Rule> read(DataInputStream in) throws IOException {
        return Bytes.readList(in, CompiledRules::readRule);
    }

    private static void writeRule(DataOutputStream out, Rule rule) throws IOException {
        Bytes.writeText(out, rule.place().file());
        writeText(out, rule.place().id());
        Rule.Heading heading = rule.heading();
        Bytes.writeText(out, heading.id());
        Bytes.writeText(out, heading.hash());
        Bytes.writeText(out, heading.appliesTo());
        Bytes.writeText(out, heading.severity().name());
        writeText(out, heading.title());
        out.writeBoolean(rule.when().isPresent());
        if (rule.when().isPresent()) {
            Rule.When when = rule.when().get();
            when.condition().write(out);
            writeText(out, when.otherwise());
        }
        rule.pass().write(out);
        Bytes.writeTexts(out, rule.evidence());
        Bytes.writeBlock(out, Bytes.of(block -> writeInfo(block, rule.info())));
    }

    private static Rule readRule(DataInputStream in) throws IOException {
        Rule.Place place = new Rule.Place(Bytes.readText(in), readText(in));
        Rule.Heading heading = new Rule.Heading(
                Bytes.readText(in),
                Bytes.readText(in),
                Bytes.readText(in),
                Severity.valueOf(Bytes.readText(in)),
                readText(in));
        Optional<Rule.When> when =
                in.readBoolean() ? Optional.of(new Rule.When(Expression.read(in), readText(in))) : Optional.empty();
        Rule.Conditions conditions = new Rule.Conditions(when, Expression.read(in), Bytes.readTexts(in));
        byte[] info = Bytes.readBlock(in);
        return new Rule(place, heading, conditions, () -> Bytes.read(info, block -> readInfo(block, heading)));
    }

    private static void writeInfo(DataOutputStream out, RuleInfo info) throws IOException {
        writeText(out, info.why());
        writeText(out, info.failed());
        Bytes.writeText(out, info.pass());
        out.writeInt(info.remediation().size());
        for (Map.Entry<String, Remediation> entry : new TreeMap<>(info.remediation()).entrySet()) {
            Bytes.writeText(out, entry.getKey());
            writeText(out, entry.getValue().console());
            Bytes.writeText(out, entry.getValue().cli());
            Bytes.writeText(out, entry.getValue().terraform());
        }
        out.writeInt(info.references().size());
        for (RuleInfo.Reference reference : info.references()) {
            Bytes.writeText(out, reference.name());
            Bytes.writeText(out, reference.url());
        }
    }

    private static RuleInfo readInfo(DataInputStream in, Rule.Heading heading) throws IOException {
        Text why = readText(in);
        Text failed = readText(in);
        String pass = Bytes.readText(in);
        Map<String, Remediation> remediation = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            remediation.put(Bytes.readText(in), new Remediation(readText(in), Bytes.readText(in), Bytes.readText(in)));
        }
        return new RuleInfo(
                heading.id(),
                heading.hash(),
                heading.appliesTo(),
                heading.severity(),
                heading.title(),
                why,
                failed,
                pass,
                remediation,
                Bytes.readList(in, one -> new RuleInfo.Reference(Bytes.readText(one), Bytes.readText(one))));
    }

    private static void writeText(DataOutputStream out, Text text) throws IOException {
        Bytes.writeText(out, text.en());
        Bytes.writeText(out, text.zh());
    }

    private static Text readText(DataInputStream in) throws IOException {
        return new Text(Bytes.readText(in), Bytes.readText(in));
    }
}
