package io.nephoscope.rules;

import io.nephoscope.expression.Bytes;
import io.nephoscope.inventory.Types;
import io.nephoscope.inventory.output.FileMode;
import io.nephoscope.inventory.output.WholeFile;
import io.nephoscope.yaml.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where rules that a user adds are kept compiled, by what they were compiled from and by: their files, this program, the types. It
 * only ever saves time: what is not whole is compiled anew, and where nothing can be kept nothing is. As with the archive of loaded
 * classes beside it, whoever can write there can change what the program does.
 *
 * @param folder made when something is first kept
 * @param version of this program
 */
public record RuleCache(Path folder, String version) {
    private static final String ENDING = ".rules";
    private static final String PART = ".part";
    private static final Duration KEPT = Duration.ofDays(60);
    private static final int DIGEST = 32;

    List<Rule> rules(List<YamlFile> files, Types types) {
        return Basis.of(types)
                .map(basis -> folder.resolve(key(files, basis) + ENDING))
                .map(kept -> read(kept).orElseGet(() -> {
                    List<Rule> rules = compile(files, types);
                    write(kept, rules);
                    return rules;
                }))
                .orElseGet(() -> compile(files, types));
    }

    private static List<Rule> compile(List<YamlFile> files, Types types) {
        return RuleSource.read(files, types).stream().map(RuleSource::rule).toList();
    }

    private String key(List<YamlFile> files, SortedMap<String, Long> basis) {
        List<String> texts = new ArrayList<>(List.of(version, basis.toString()));
        files.forEach(file -> {
            texts.add(file.name());
            texts.add(file.text());
        });
        return Hash.of(2 * DIGEST, texts.toArray(String[]::new));
    }

    /** Empty where nothing is kept, or not what was written under this name. */
    private static Optional<List<Rule>> read(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] rules = Arrays.copyOfRange(bytes, Math.min(DIGEST, bytes.length), bytes.length);
            return Arrays.equals(Arrays.copyOf(bytes, DIGEST), digest(file, rules))
                    ? Optional.of(Bytes.read(rules, CompiledRules::read))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] digest(Path file, byte[] rules) {
        MessageDigest sha256 = Hash.sha256();
        sha256.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        return sha256.digest(rules);
    }

    /** For this user alone, and whole or not at all. */
    private void write(Path file, List<Rule> rules) {
        byte[] bytes = Bytes.of(out -> CompiledRules.write(out, rules));
        try {
            Files.createDirectories(folder);
            WholeFile.write(file, FileMode.PRIVATE, out -> {
                out.write(digest(file, bytes));
                out.write(bytes);
            });
            forgetOld();
        } catch (IOException e) {
            // Where nothing can be kept, the next run compiles again.
        }
    }

    /** What was compiled from files that were changed since is not asked for again. */
    private void forgetOld() throws IOException {
        FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{" + ENDING + "," + PART + "}")) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
