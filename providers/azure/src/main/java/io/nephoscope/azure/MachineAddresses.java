package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmResource;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Outcome;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Site;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The addresses that a machine has on its network interfaces. A public one that waits for the machine to start has no number yet, and
 * stands there by its name.
 */
final class MachineAddresses {
    private static final String IP_CONFIGURATIONS = "ipConfigurations";

    private static final GraphListing INTERFACES =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/networkInterfaces");
    private static final GraphListing ADDRESSES =
            GraphListing.of(GraphTable.RESOURCES, "Microsoft.Network/publicIPAddresses");

    private MachineAddresses() {}

    /** The private ones as an attribute of the machine. */
    static Detail privateOnes(String attribute) {
        return new Detail(
                attribute,
                Schema.listOf(STRING),
                List.of(INTERFACES.operation().per(Per.ACCOUNT)),
                (site, machine) -> INTERFACES
                        .byId(site, MachineAddresses::kept)
                        .then(all -> texts(machine, all, configuration -> configuration.text("privateIPAddress")))
                        .map(DocList::copyOf));
    }

    /** The public ones as an attribute of the machine. */
    static Detail publicOnes(String attribute) {
        return new Detail(
                attribute,
                Schema.listOf(STRING),
                List.of(
                        INTERFACES.operation().per(Per.ACCOUNT),
                        ADDRESSES.operation().per(Per.ACCOUNT)),
                MachineAddresses::of);
    }

    private static Stream<String> interfaces(Doc machine) {
        return machine.doc("properties")
                .doc("networkProfile")
                .list("networkInterfaces")
                .docs()
                .map(reference -> reference.text("id"));
    }

    private static Outcome<DocList> of(Site site, Doc machine) {
        return INTERFACES
                .byId(site, MachineAddresses::kept)
                .then(all -> texts(
                        machine,
                        all,
                        configuration -> configuration.doc("publicIPAddress").text("id")))
                .then(ids -> ids.isEmpty() ? Outcome.value(DocList.empty()) : addresses(site, ids));
    }

    private static Doc kept(Doc networkInterface) {
        return Doc.of(IP_CONFIGURATIONS, networkInterface.doc("properties").list(IP_CONFIGURATIONS));
    }

    /** What the configurations of its interfaces say. An interface that Resource Graph does not hold may say something. */
    private static Outcome<List<String>> texts(Doc machine, Map<String, Doc> all, Function<Doc, String> said) {
        List<String> texts = new ArrayList<>();
        for (String id : interfaces(machine).toList()) {
            Doc card = all.get(ArmResource.id(id));
            if (card == null) {
                return Outcome.without(new Cause(
                        INTERFACES.operation().call(),
                        Status.FAILED,
                        INTERFACES.operation().permission(),
                        Text.of(
                                "Resource Graph does not hold the network interface {0}",
                                "Resource Graph 中没有网络接口 {0}", id)));
            }
            card.list(IP_CONFIGURATIONS)
                    .docs()
                    .map(configuration -> said.apply(configuration.doc("properties")))
                    .filter(text -> !text.isEmpty())
                    .forEach(texts::add);
        }
        return Outcome.value(texts);
    }

    private static Outcome<DocList> addresses(Site site, List<String> ids) {
        return ADDRESSES
                .byId(
                        site,
                        address -> Doc.of("ipAddress", address.doc("properties").text("ipAddress")))
                .map(all -> DocList.copyOf(ids.stream()
                        .map(id -> address(id, all.getOrDefault(ArmResource.id(id), Doc.empty())))
                        .toList()));
    }

    private static String address(String id, Doc known) {
        String number = known.text("ipAddress");
        return number.isEmpty() ? id.substring(id.lastIndexOf('/') + 1) : number;
    }
}
