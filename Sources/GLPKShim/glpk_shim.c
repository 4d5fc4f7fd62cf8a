int glpk_shim_placeholder(void){return 0;}
