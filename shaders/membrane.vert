#version 330 core
// A region's fill and the soft light around it: one quad a region, whatever its shape.
layout(location = 0) in vec4 place;   // centre, half size of the field's box; pixels
layout(location = 1) in vec4 light;   // reach of the light beyond the edge, how strong the fill is and that light, the field's layer
layout(location = 2) in vec3 body;    // over how many pixels it grows lighter to the edge, half its height, pixels to one of the field's
layout(location = 3) in vec4 colour;
out vec2 p;   // pixels from the centre
out vec3 uv;  // in the field
flat out vec4 v_light, v_colour;
flat out vec3 v_body;
void main() {
  vec2 at = corner(gl_VertexID);
  p = at * place.zw;
  uv = vec3(0.5 + 0.5 * at, light.w);
  v_light = light;
  v_body = body;
  v_colour = colour;
  gl_Position = at_pixel(place.xy + p);
}
