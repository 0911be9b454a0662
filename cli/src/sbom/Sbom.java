import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes which libraries lie in the distribution, as a CycloneDX bill of materials. The same libraries give the same bytes: it holds
 * no time and no serial number. (CycloneDX's own plugin takes five seconds, works online only, and leaves licences without an id.)
 */
class Sbom {
    private record Library(String group, String name, String version) {
        /** @param line group:name:jar:version:scope and perhaps more, as {@code dependency:list} writes it */
        static Library of(String line) {
            String[] parts = line.strip().split(":");
            return new Library(parts[0], parts[1], parts[3]);
        }

        Map<String, Object> component(String type, Properties licences, Path lib) throws Exception {
            String licence = licences.getProperty(group);
            if (licence == null) {
                throw new IllegalStateException("under which licence does " + group + " stand? Write it into licences.properties.");
            }
            byte[] jar = Files.readAllBytes(lib.resolve(name + "-" + version + ".jar"));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(jar);
            Map<String, Object> component = new LinkedHashMap<>();
            component.put("type", type);
            component.put("bom-ref", url());
            component.put("group", group);
            component.put("name", name);
            component.put("version", version);
            component.put("hashes", List.of(new TreeMap<>(Map.of("alg", "SHA-256", "content", HexFormat.of().formatHex(sum)))));
            component.put("licenses", List.of(licence.contains(" ")
                    ? Map.of("expression", licence)
                    : Map.of("license", Map.of("id", licence))));
            component.put("purl", url());
            return component;
        }

        String url() {
            return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
        }
    }

    /** @param arguments our version, the list of dependencies, the licences of groups, the folder of jars, the file to write */
    public static void main(String[] arguments) throws Exception {
        Path lib = Path.of(arguments[3]);
        Properties licences = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[2]))) {
            licences.load(reader);
        }
        List<Map<String, Object>> components = new ArrayList<>();
        for (String line : new TreeSet<>(Files.readAllLines(Path.of(arguments[1])))) {
            if (line.contains(":jar:")) {
                components.add(Library.of(line).component("library", licences, lib));
            }
        }
        Library program = new Library("io.nephoscope", "nephoscope-cli", arguments[0]);
        Map<String, Object> bill = new LinkedHashMap<>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put("version", 1);
        bill.put("metadata", Map.of("component", program.component("application", licences, lib)));
        bill.put("components", components);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(Path.of(arguments[4]).toFile(), bill);
    }
}
