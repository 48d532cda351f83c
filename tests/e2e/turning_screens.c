// A module for the X server of a test: its dummy screens may be turned and mirrored, as those of a graphics card may. The dummy
// driver draws nothing anywhere, so there is nothing to turn but what RandR says.
#include <xorg-server.h>

#include <extension.h>
#include <xf86.h>
#include <xf86Crtc.h>
#include <xf86RandR12.h>

static void let_screens_be_turned(void) {
  const Rotation all = RR_Rotate_0 | RR_Rotate_90 | RR_Rotate_180 | RR_Rotate_270 | RR_Reflect_X | RR_Reflect_Y;
  for (int i = 0; i < screenInfo.numScreens; ++i) {
    xf86CrtcConfigPtr config = XF86_CRTC_CONFIG_PTR(xf86Screens[i]);
    for (int c = 0; c < config->num_crtc; ++c) config->crtc[c]->driverIsPerformingTransform = XF86DriverTransformOutput;
    xf86RandR12SetRotations(xf86Screens[i]->pScreen, all);
  }
}

static const ExtensionModule extension[] = {{let_screens_be_turned, "GREENLINE-TURNING", NULL}};

static pointer setup(pointer module, pointer options, int* major, int* minor) {
  (void)module, (void)options, (void)major, (void)minor;
  LoadExtensionList(extension, 1, FALSE);  // begun when the screens are there
  return (pointer)1;
}

static XF86ModuleVersionInfo version = {"turning",
                                        "Greenline",
                                        MODINFOSTRING1,
                                        MODINFOSTRING2,
                                        XORG_VERSION_CURRENT,
                                        1,
                                        0,
                                        0,
                                        ABI_CLASS_EXTENSION,
                                        ABI_EXTENSION_VERSION,
                                        MOD_CLASS_EXTENSION,
                                        {0, 0, 0, 0}};
_X_EXPORT XF86ModuleData turningModuleData = {&version, setup, NULL};
