package io.nephoscope.azure.web;

import static io.nephoscope.inventory.Schema.Scalar.BOOL;
import static io.nephoscope.inventory.Schema.Scalar.INT;
import static io.nephoscope.inventory.Schema.Scalar.STRING;

import io.nephoscope.azure.arm.ArmCall;
import io.nephoscope.azure.arm.ArmSchema;
import io.nephoscope.azure.arm.AzureType;
import io.nephoscope.azure.arm.GraphListing;
import io.nephoscope.azure.arm.GraphTable;
import io.nephoscope.azure.arm.NullDefaults;
import io.nephoscope.inventory.AssetType;
import io.nephoscope.inventory.Detail;
import io.nephoscope.inventory.Kind;
import io.nephoscope.inventory.Kinds;
import io.nephoscope.inventory.Schema;
import io.nephoscope.inventory.Schema.Struct;
import io.nephoscope.inventory.Use.Per;
import io.nephoscope.inventory.doc.Doc;
import java.util.List;
import java.util.Locale;

/**
 * Apps of App Service, and function apps, which the same resource type holds. A deployment slot is an app of its own, with settings
 * of its own: each is an asset beside the app that it belongs to.
 */
public final class AppService {
    private static final String RESOURCE = "Microsoft.Web/sites";
    private static final String SLOTS = RESOURCE + "/slots";
    private static final String API = "2023-12-01";

    public static final AssetType SITE =
            app("azure.web.site", "App Service app", Kinds.WEB_ENTRY, false).build();

    public static final AssetType FUNCTION_APP = app("azure.web.function_app", "Function app", Kinds.FUNCTION, true)
            .detail(both(
                    "authentication",
                    call("WebApps_GetAuthSettingsV2WithoutSecrets", "/config/read", "/config/authsettingsV2"),
                    ArmSchema.of(
                            "azure.web.function_app.authentication",
                            "properties.platform.enabled",
                            BOOL,
                            "properties.globalValidation.requireAuthentication",
                            BOOL,
                            "properties.globalValidation.unauthenticatedClientAction",
                            STRING,
                            "properties.globalValidation.excludedPaths[]",
                            STRING)))
            .detail(functions())
            .redact("functions.properties.test_data")
            .door("HTTP triggers of its functions", "functions")
            .facet("public", app -> AnonymousInvocation.of(app).isPublic(), AnonymousInvocation.INPUTS)
            .facet("publicBy", app -> AnonymousInvocation.of(app).ways(), AnonymousInvocation.INPUTS)
            .build();

    private AppService() {}

    /** A call about an app, and its twin about a slot, whose permission is another. */
    private record Pair(ArmCall app, ArmCall slot) {}

    private static Pair call(String name, String below, String path) {
        return new Pair(
                ArmCall.get(name, RESOURCE + below, path, API), ArmCall.get(name + "Slot", SLOTS + below, path, API));
    }

    private static Detail both(String attribute, Pair calls, Struct schema) {
        return new Detail(
                attribute,
                schema,
                List.of(
                        calls.app().operation().per(Per.ASSET),
                        calls.slot().operation().per(Per.ASSET)),
                (site, app) -> (isSlot(app) ? calls.slot() : calls.app()).resource(site, app.text("id")));
    }

    private static Detail functions() {
        ArmCall ofApp = ArmCall.list("WebApps_ListFunctions", RESOURCE + "/functions/read", "/functions", API);
        ArmCall ofSlot =
                ArmCall.list("WebApps_ListInstanceFunctionsSlot", SLOTS + "/functions/read", "/functions", API);
        return new Detail(
                "functions",
                Schema.listOf(ArmSchema.of(
                        "azure.web.function_app.functions",
                        "name",
                        STRING,
                        "properties.isDisabled",
                        BOOL,
                        "properties.config.bindings[].type",
                        STRING,
                        "properties.config.bindings[].authLevel",
                        STRING)),
                List.of(ofApp.operation().per(Per.ASSET), ofSlot.operation().per(Per.ASSET)),
                (site, app) -> (isSlot(app) ? ofSlot : ofApp).resources(site, app.text("id")));
    }

    private static boolean isSlot(Doc app) {
        return app.text("type").equalsIgnoreCase(SLOTS);
    }

    private static boolean isFunctionApp(Doc app) {
        return app.text("kind").toLowerCase(Locale.ROOT).contains("functionapp");
    }

    private static AssetType.Builder app(String name, String title, Kind kind, boolean functions) {
        return AzureType.of(
                        GraphListing.of(GraphTable.RESOURCES, RESOURCE)
                                .and(SLOTS)
                                .where(functions ? AppService::isFunctionApp : app -> !isFunctionApp(app)),
                        name,
                        title,
                        kind,
                        "properties.state",
                        STRING,
                        "properties.httpsOnly",
                        BOOL,
                        "properties.publicNetworkAccess",
                        STRING,
                        "properties.clientCertEnabled",
                        BOOL,
                        "properties.defaultHostName",
                        STRING,
                        "properties.hostNames[]",
                        STRING,
                        "properties.virtualNetworkSubnetId",
                        STRING,
                        "properties.privateEndpointConnections[].id",
                        STRING)
                .detail(both(
                        "config",
                        call("WebApps_GetConfiguration", "/config/read", "/config/web"),
                        ArmSchema.of(
                                name + ".config",
                                "properties.ftpsState",
                                STRING,
                                "properties.minTlsVersion",
                                STRING,
                                "properties.scmMinTlsVersion",
                                STRING,
                                "properties.http20Enabled",
                                BOOL,
                                "properties.remoteDebuggingEnabled",
                                BOOL,
                                "properties.linuxFxVersion",
                                STRING,
                                "properties.ipSecurityRestrictionsDefaultAction",
                                STRING,
                                "properties.ipSecurityRestrictions[].ipAddress",
                                STRING,
                                "properties.ipSecurityRestrictions[].action",
                                STRING,
                                "properties.ipSecurityRestrictions[].priority",
                                INT)))
                .detail(both(
                        "ftpPublishing", publishing("WebApps_GetFtpAllowed", "ftp"), allowed(name + ".ftpPublishing")))
                .detail(both(
                        "scmPublishing", publishing("WebApps_GetScmAllowed", "scm"), allowed(name + ".scmPublishing")))
                .redact("config.properties.appSettings")
                .redact("config.properties.connectionStrings")
                .redact("config.properties.azureStorageAccounts")
                .redact("config.properties.machineKey")
                .redact("config.properties.publishingPassword")
                .redact("properties.siteConfig.appSettings")
                .redact("properties.siteConfig.connectionStrings")
                .redact("properties.siteConfig.machineKey")
                .ownFacet("httpsOnly", BOOL, NullDefaults.facet(RESOURCE, "httpsOnly"), "properties");
    }

    private static Pair publishing(String name, String protocol) {
        return call(
                name, "/basicPublishingCredentialsPolicies/read", "/basicPublishingCredentialsPolicies/" + protocol);
    }

    private static Struct allowed(String name) {
        return ArmSchema.of(name, "properties.allow", BOOL);
    }
}
