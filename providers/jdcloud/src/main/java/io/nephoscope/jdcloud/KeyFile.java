package io.nephoscope.jdcloud;

import io.nephoscope.http.sign.AccessKey;
import io.nephoscope.inventory.Target;
import io.nephoscope.inventory.TargetException;
import io.nephoscope.inventory.doc.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The configuration of JD Cloud's own command line, {@code ~/.jdc/config}: a section of lines {@code name = value} for each profile. */
final class KeyFile {
    private static final String ACCESS_KEY = "access_key";
    private static final String SECRET_KEY = "secret_key";

    private KeyFile() {}

    /** @throws TargetException where there is no such profile, or no keys in it */
    static AccessKey read(Path file, String profile, Target target) throws TargetException {
        Map<String, Map<String, String>> profiles = profiles(file, target);
        Map<String, String> found = profiles.get(profile);
        if (found == null) {
            throw new TargetException(target.says(
                    profiles.isEmpty()
                            ? Text.of(
                                    "there is no JD Cloud profile {0}; {1} knows none.",
                                    "没有京东云 profile {0}；{1} 中没有任何 profile。", profile, file)
                            : Text.of(
                                    "there is no JD Cloud profile {0}; {1} knows {2}.",
                                    "没有京东云 profile {0}；{1} 中有 {2}。",
                                    profile,
                                    file,
                                    String.join(", ", profiles.keySet()))));
        }
        String accessKey = found.getOrDefault(ACCESS_KEY, "");
        String secretKey = found.getOrDefault(SECRET_KEY, "");
        if (accessKey.isEmpty() || secretKey.isEmpty()) {
            throw new TargetException(target.says(Text.of(
                    "the JD Cloud profile {0} lacks {1}; add it to {2}.",
                    "京东云 profile {0} 缺少 {1}，请在 {2} 中补上。",
                    profile,
                    accessKey.isEmpty() ? ACCESS_KEY : SECRET_KEY,
                    file)));
        }
        return new AccessKey(accessKey, secretKey, Optional.empty());
    }

    private static Map<String, Map<String, String>> profiles(Path file, Target target) throws TargetException {
        Map<String, Map<String, String>> profiles = new TreeMap<>();
        Map<String, String> section = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                int equals = text.indexOf('=');
                if (text.startsWith("[") && text.endsWith("]")) {
                    section = new HashMap<>();
                    profiles.put(text.substring(1, text.length() - 1).strip(), section);
                } else if (equals > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                    section.put(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip());
                }
            }
            return profiles;
        } catch (NoSuchFileException e) {
            throw new TargetException(
                    target.says(Text.of(
                            "there is no file {0} to hold JD Cloud profiles.", "没有保存京东云 profile 的文件 {0}。", file)),
                    e);
        } catch (IOException e) {
            throw new TargetException(
                    target.says(
                            Text.of("the JD Cloud profiles in {0} cannot be read.", "{0} 中的京东云 profile 无法读取。", file)),
                    e);
        }
    }
}
