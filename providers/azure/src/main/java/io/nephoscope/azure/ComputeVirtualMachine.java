package io.nephoscope.azure;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Relation;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import java.util.List;
import java.util.stream.Stream;

/** Virtual machines. Their custom data often holds secrets and is never asked for. */
final class ComputeVirtualMachine {
    private static final String ADDRESSES = "publicIPAddresses";
    /** The query that lists them, for those who look things up in it. */
    static final GraphListing LISTING = GraphListing.of(GraphTable.RESOURCES, "Microsoft.Compute/virtualMachines");

    static final AssetType TYPE = AzureType.of(
                    LISTING,
                    "azure.compute.virtual_machine",
                    "Virtual machine",
                    Kinds.VM,
                    "properties.vmId",
                    STRING,
                    "properties.hardwareProfile.vmSize",
                    STRING,
                    "properties.storageProfile.osDisk.osType",
                    STRING,
                    "properties.storageProfile.osDisk.managedDisk.id",
                    STRING,
                    "properties.storageProfile.osDisk.vhd.uri",
                    STRING,
                    "properties.storageProfile.dataDisks[].managedDisk.id",
                    STRING,
                    "properties.storageProfile.dataDisks[].vhd.uri",
                    STRING,
                    "properties.securityProfile.securityType",
                    STRING,
                    "properties.securityProfile.encryptionAtHost",
                    BOOL,
                    "properties.securityProfile.uefiSettings.secureBootEnabled",
                    BOOL,
                    "properties.securityProfile.uefiSettings.vTpmEnabled",
                    BOOL,
                    "properties.osProfile.linuxConfiguration.disablePasswordAuthentication",
                    BOOL,
                    "properties.networkProfile.networkInterfaces[].id",
                    STRING,
                    "properties.extended.instanceView.powerState.code",
                    STRING)
            .detail(new Detail(
                    ADDRESSES,
                    Schema.listOf(STRING),
                    List.of(
                            NetworkInterface.LISTING.operation().per(Per.ACCOUNT),
                            NetworkPublicAddress.LISTING.operation().per(Per.ACCOUNT)),
                    MachineAddresses::of))
            .door("public addresses of its network interfaces", ADDRESSES)
            .facet("publicAddresses", ADDRESSES)
            .facet(
                    "running",
                    machine -> Tri.ask(machine.get("properties"), it -> Tri.of(isRunning(it)))
                            .toField(),
                    "properties")
            .relation(new Relation(
                    "networkInterfaces",
                    NetworkInterface.TYPE.name(),
                    List.of("properties"),
                    false,
                    AzureType.ids(MachineAddresses::interfaces, "properties")))
            .relation(new Relation(
                    "disks",
                    ComputeDisk.TYPE.name(),
                    List.of("properties"),
                    false,
                    AzureType.ids(ComputeVirtualMachine::disks, "properties")))
            .build();

    private ComputeVirtualMachine() {}

    /** @throws IllegalArgumentException where Resource Graph does not say */
    private static boolean isRunning(Object properties) {
        String code = properties instanceof Doc known
                ? known.doc("extended").doc("instanceView").doc("powerState").text("code")
                : "";
        if (code.isEmpty()) {
            throw new Unreadable(Text.of("the machine does not say whether it runs", "虚拟机未说明是否在运行"));
        }
        return code.equals("PowerState/running");
    }

    private static Stream<String> disks(Doc machine) {
        Doc storage = machine.doc("properties").doc("storageProfile");
        return Stream.concat(
                        Stream.of(storage.doc("osDisk")),
                        storage.list("dataDisks").docs())
                .map(disk -> disk.doc("managedDisk").text("id"));
    }
}
