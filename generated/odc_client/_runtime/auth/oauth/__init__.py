"""The client credentials grant: discovery, the token request, its answer and its failures."""
