#version 330 core
// The whole screen.
void main() { gl_Position = vec4(corner(gl_VertexID), 0.0, 1.0); }
