package io.nephoscope.cli.organisation;

import io.nephoscope.inventory.doc.Text;
import io.nephoscope.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sources that an organisation file describes by files of their own: an account of the provider {@code rest} names the service file
 * in {@code service}, and the types lie beside it.
 */
public final class OrganisationSources {
    /** In place of a provider's name: the source is described by a file. */
    public static final String DESCRIBED = "rest";

    /** The service file, against the organisation file's folder. */
    static final String SERVICE = "service";

    private OrganisationSources() {}

    /**
     * The folders of the service files that an organisation file names; none where it cannot be read, which whoever reads all of it says
     * better.
     *
     * @throws io.nephoscope.yaml.YamlException where the file is no YAML
     */
    public static Collection<Path> of(Path organisation) {
        Set<Path> folders = new LinkedHashSet<>();
        if (!Files.isRegularFile(organisation)) {
            return folders;
        }
        Path base = organisation.toAbsolutePath().normalize().resolveSibling("");
        accounts(YamlNode.read(organisation))
                .forEach(account -> service(account, base).ifPresent(file -> folders.add(file.resolveSibling(""))));
        return folders;
    }

    private static List<YamlNode> accounts(YamlNode node) {
        List<YamlNode> found = new ArrayList<>();
        if (node.isMap()) {
            node.optional(Fields.ACCOUNTS).filter(YamlNode::isList).ifPresent(it -> found.addAll(it.items()));
            node.optional(Fields.BRANCHES)
                    .filter(YamlNode::isList)
                    .ifPresent(it -> it.items().forEach(branch -> found.addAll(accounts(branch))));
        }
        return found;
    }

    /** The service file of an account that a file describes: a file, since the folder around what is none may hold anything. */
    static Optional<Path> service(YamlNode account, Path base) {
        if (!account.isMap() || !isDescribed(account)) {
            return Optional.empty();
        }
        YamlNode named = account.field(SERVICE);
        Path file = base.resolve(Plain.path(SERVICE, named));
        if (!Files.isRegularFile(file)) {
            throw named.error(Text.of(
                    "{0} is no file; name the file that describes the service, as services/wallgate.yaml.",
                    "{0} 不是文件；请写明描述该服务的文件，如 services/wallgate.yaml。", file));
        }
        return Optional.of(file);
    }

    private static boolean isDescribed(YamlNode account) {
        return account.optional(Fields.PROVIDER)
                .filter(it -> !it.isMap() && !it.isList() && it.text().equals(DESCRIBED))
                .isPresent();
    }

    /** The name of the provider that a service file makes. */
    static String provider(Path service) {
        return YamlNode.read(service).field(SERVICE).filled();
    }
}
