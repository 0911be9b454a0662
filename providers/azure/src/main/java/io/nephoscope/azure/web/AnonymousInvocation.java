package io.nephoscope.azure.web;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.azure.reach.PublicEndpoint;
import io.nephoscope.expression.Library.Arguments;
import io.nephoscope.inventory.PublicAccess;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;

/**
 * Who may invoke the functions of an app without a key: anyone, where the trigger of one asks for none, the app does not make callers
 * sign in, and the network lets them through.
 */
public final class AnonymousInvocation {
    private AnonymousInvocation() {}

    /** By an app's properties, configuration, authentication and functions, in this order. */
    public static PublicAccess of(Arguments app) {
        Object properties = app.get(0);
        return byFunctions(app.get(3))
                .unless(isStopped(properties)
                        .or(() -> mustSignIn(app.get(2)))
                        .or(() -> hasPublicEndpoint(properties).not())
                        .or(() ->
                                AccessRestrictions.admitTheInternet(app.get(1)).not()));
    }

    /** Whether the app answers at its public address at all. Where nothing is written, a private endpoint turns that off. */
    static Tri hasPublicEndpoint(Object properties) {
        return Tri.ask(Paths.get(properties, "publicNetworkAccess"), written -> {
            if (written instanceof String text && !text.isEmpty()) {
                return PublicEndpoint.isOn(text);
            }
            return Tri.ask(
                    Paths.get(properties, "privateEndpointConnections"),
                    endpoints -> Tri.of(!(endpoints instanceof DocList list && list.size() > 0)));
        });
    }

    private static Tri isStopped(Object properties) {
        return Fields.is(Paths.get(properties, "state"), "Stopped");
    }

    /** Paths that are left out of it may be a function's own. */
    private static Tri mustSignIn(Object authentication) {
        return Tri.isTrue(Paths.get(authentication, "properties.platform.enabled"))
                .and(() -> Tri.isTrue(Paths.get(authentication, "properties.globalValidation.requireAuthentication")))
                .and(() -> Fields.is(
                                Paths.get(authentication, "properties.globalValidation.unauthenticatedClientAction"),
                                "AllowAnonymous")
                        .not())
                .and(() -> Tri.ask(
                        Paths.get(authentication, "properties.globalValidation.excludedPaths"),
                        paths -> Tri.of(Fields.texts(paths).findAny().isEmpty())));
    }

    private static PublicAccess byFunctions(Object functions) {
        if (functions instanceof Unknown unread) {
            return PublicAccess.unread(unread);
        }
        return Fields.docs(functions)
                .filter(function -> Fields.docs(Paths.get(function, "properties.config.bindings"))
                        .anyMatch(AnonymousInvocation::isOpen))
                .filter(function -> !Boolean.TRUE.equals(Paths.get(function, "properties.isDisabled")))
                .map(function -> PublicAccess.by("function " + plainName(function) + " asks for no key"))
                .reduce(PublicAccess.NONE, PublicAccess::and);
    }

    private static boolean isOpen(Doc binding) {
        return binding.text("type").equalsIgnoreCase("httpTrigger")
                && binding.text("authLevel").equalsIgnoreCase("anonymous");
    }

    /** Without the name of the app, which comes first. */
    private static String plainName(Doc function) {
        String name = function.text("name");
        return name.substring(name.indexOf('/') + 1);
    }
}
