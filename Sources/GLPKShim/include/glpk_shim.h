int glpk_shim_placeholder(void);
