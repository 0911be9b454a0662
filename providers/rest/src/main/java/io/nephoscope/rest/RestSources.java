package io.nephoscope.rest;

import io.nephoscope.expression.Library;
import io.nephoscope.http.rest.RestDialect;
import io.nephoscope.http.rest.Service;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Provider;
import io.nephoscope.inventory.SourceFiles;
import io.nephoscope.inventory.Suggestion;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.types.Expressions;
import io.nephoscope.types.TypeFiles;
import io.nephoscope.yaml.YamlException;
import io.nephoscope.yaml.YamlFile;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Reads the files of a folder: a service file says where a source answers and which calls can be sent there, a type file what is listed
 * with them. A type belongs to the service that its name begins with.
 */
public final class RestSources implements SourceFiles {
    private static final String SERVICE = "service";
    private static final String TYPE = "type";
    private static final String YAML = ".yaml";

    @Override
    public List<Provider> in(Path folder, Set<String> taken, Consumer<Text> trace) {
        Map<String, YamlFile> services = new TreeMap<>();
        Map<String, List<YamlFile>> types = new TreeMap<>();
        Map<String, YamlNode> names = new TreeMap<>();
        List<YamlException> faults = new ArrayList<>();
        for (YamlFile file : YamlFile.in(folder)) {
            try {
                sort(file, taken, services, types, names);
            } catch (YamlException e) {
                faults.add(e);
            }
        }
        names.forEach((service, type) -> {
            if (!services.containsKey(service)) {
                faults.add(type.error(Text.of(
                        "no file in {0} describes the service {1}{2}; a type is called by its service first, as"
                                + " wallgate.site, and types of a cloud that is built in are checked where that is built.",
                        "{0} 中没有描述服务 {1} 的文件{2}；类型名以其服务开头，如 wallgate.site；内置云的类型在构建时检查。",
                        folder,
                        service,
                        Suggestion.didYouMean(service, services.keySet()))));
            }
        });
        List<Provider> providers = new ArrayList<>();
        services.forEach((name, file) -> {
            try {
                providers.add(provider(file, types.getOrDefault(name, List.of()), trace));
            } catch (YamlException e) {
                faults.add(e);
            }
        });
        if (!faults.isEmpty()) {
            throw YamlException.of(faults);
        }
        return providers;
    }

    private static void sort(
            YamlFile file,
            Set<String> taken,
            Map<String, YamlFile> services,
            Map<String, List<YamlFile>> types,
            Map<String, YamlNode> names) {
        YamlNode node = file.parse();
        if (node.optional(SERVICE).isPresent()) {
            YamlNode name = node.field(SERVICE);
            if (taken.contains(name.filled())) {
                throw name.error(Text.of(
                        "there is a provider {0} already; give the service, and its types with it, another name.",
                        "已有名为 {0} 的云服务商；请为该服务及其类型另取名称。", name.filled()));
            } else if (services.put(name.filled(), file) != null) {
                throw name.error(
                        Text.of("another file describes {0} too; keep one.", "另有文件描述 {0}；请保留一个。", name.filled()));
            }
            return;
        } else if (node.optional(TYPE).isEmpty()) {
            throw neither(node);
        }
        YamlNode type = node.field(TYPE);
        String service = type.filled().split("\\.", 2)[0];
        types.computeIfAbsent(service, key -> new ArrayList<>()).add(file);
        names.putIfAbsent(service, type);
    }

    private static YamlException neither(YamlNode file) {
        List<String> words = List.of(SERVICE, TYPE);
        Optional<String> nearly = file.fields().keySet().stream()
                .filter(word -> Suggestion.nearest(word, words).isPresent())
                .findFirst();
        return nearly.map(file::key)
                .orElse(file)
                .error(Text.of(
                        "the file describes neither a service (service: …) nor a type (type: …){0}.",
                        "该文件既未描述服务（service: …），也未描述类型（type: …）{0}。",
                        nearly.map(word -> Suggestion.didYouMean(word, words)).orElse(Text.EMPTY)));
    }

    private static Provider provider(YamlFile file, List<YamlFile> types, Consumer<Text> trace) {
        Service service = Service.read(file.parse());
        List<AssetType> read = TypeFiles.read(types, new RestDialect(service), Library.NONE, Expressions.COMPILED);
        SortedMap<String, String> described = new TreeMap<>();
        described.put(service.name() + YAML, file.text());
        types.forEach(type -> described.put(type.parse().field(TYPE).filled() + YAML, type.text()));
        return new RestProvider(service, read, described, trace);
    }
}
