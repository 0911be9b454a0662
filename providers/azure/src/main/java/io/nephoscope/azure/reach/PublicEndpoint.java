package io.nephoscope.azure.reach;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.inventory.Facet;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The public endpoint of a service, and who gets to it. {@code Disabled} turns it off; {@code SecuredByPerimeter} leaves who gets
 * there to a network security perimeter, whose rules take the place of the service's own; anything else leaves it on.
 */
public final class PublicEndpoint {
    private static final String SWITCH = "publicNetworkAccess";

    private static final Unknown PERIMETER_UNREAD = Unknown.because(Cause.notCollected(
            "Microsoft.Network:NetworkSecurityPerimeterAccessRules_List",
            "Microsoft.Network/networkSecurityPerimeters/profiles/accessRules/read"));

    private PublicEndpoint() {}

    /** Whether it is on, by the property {@code publicNetworkAccess}. */
    public static Tri isOn(String resource, Object properties) {
        return isOn(resource, properties, SWITCH);
    }

    /** Whether it is on, as a facet. */
    public static Facet.Derive facet(String resource) {
        return service -> isOn(resource, service.get("properties")).toField();
    }

    /** Whether it is on, by a property of another name. */
    public static Tri isOn(String resource, Object properties, String property) {
        return isOn(NullDefaults.inForce(resource, properties, property));
    }

    /** Whether it is on, by what is in force. */
    public static Tri isOn(Object access) {
        return Fields.is(access, "SecuredByPerimeter").isTrue()
                ? Tri.unknown(PERIMETER_UNREAD)
                : Fields.either(access, "Disabled", "Enabled").not();
    }

    /** What the firewall answers, of an endpoint that is on: with a perimeter before it, it is not asked. */
    public static Tri lets(Tri isOn, Supplier<Tri> firewall) {
        return isOn.isTrue() ? firewall.get() : isOn;
    }

    /** Whether the Internet as a whole gets to a service with {@code networkAcls}: a default, and addresses that it lets in besides. */
    public static Tri admitsTheInternet(String resource, Object properties) {
        return lets(
                isOn(resource, properties),
                () -> Fields.either(
                                NullDefaults.inForce(resource, properties, "networkAcls.defaultAction"),
                                "Deny",
                                "Allow")
                        .not()
                        .or(() -> Tri.ask(
                                Paths.get(properties, "networkAcls"),
                                acls -> Tri.of(Admitted.by(blocks(acls)).isEverybody()))));
    }

    /** Whether a service with {@code networkAcls} turns away whoever comes from no network that it names, as a facet. */
    public static Facet.Derive deniesOtherNetworks(String resource) {
        return service ->
                admitsTheInternet(resource, service.get("properties")).not().toField();
    }

    private static Stream<String> blocks(Object acls) {
        return Stream.of("ipRules", "ipv6Rules")
                .flatMap(list -> Fields.docs(Paths.get(acls, list)))
                .map(rule -> rule.text("value"));
    }
}
