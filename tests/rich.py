"""A document that makes the templates print all that they can, for the tests of names."""

import yaml

RICH = yaml.safe_load("""
openapi: 3.1.0
servers: [{url: "https://rich.example"}]
security: [{key: []}]
x-odcgen-rate-limits:
- {path: '*', per_minute: 100}
paths:
  /users:
    get:
      x-odcgen-name: users.list
      x-odcgen-permissions: [Users > View]
      deprecated: true
      servers: [{url: "https://elsewhere.example"}]
      x-odcgen-removal: '2027-01-01'
      parameters:
      - name: status
        in: query
        schema: {$ref: '#/components/schemas/Status'}
      - name: keys
        in: query
        style: form
        explode: false
        schema:
          type: array
          items: {type: string}
      - name: since
        in: query
        schema: {type: string, format: date-time}
      - name: day
        in: query
        schema: {type: string, format: date}
      - name: X-Trace
        in: header
        schema: {type: string}
      - name: sid
        in: cookie
        schema: {type: string}
      - name: limit
        in: query
        schema: {type: integer}
      - name: offset
        in: query
        schema: {type: integer}
      x-odcgen-paging: {items: users}
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
                  users:
                    type: array
                    items: {$ref: '#/components/schemas/User'}
                  page: {type: object}
        '404': {description: ''}
    post:
      x-odcgen-name: users.create
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [kind, name]
              properties:
                kind: {const: person}
                name: {type: string}
                body: {type: string}
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: {$ref: '#/components/schemas/User'}
  /search:
    post:
      x-odcgen-name: users.search
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                limit: {type: integer}
                offset: {type: integer}
                more:
                  type: object
                  properties:
                    a: {type: string}
      x-odcgen-paging: {items: found}
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
                  found:
                    type: array
                    items: {type: string}
                  page: {type: object}
  /users/{key}:
    get:
      x-odcgen-name: users.get
      x-odcgen-poll:
        method: wait
        status: state
        done: [Done]
        failed: [Failed]
        pause: [Paused]
        messages: messages
        missing_ok: true
      parameters:
      - name: key
        in: path
        required: true
        schema: {type: string, format: uuid}
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: {$ref: '#/components/schemas/User'}
    put:
      security: []
      x-odcgen-name: users.replace
      parameters:
      - name: key
        in: path
        required: true
        style: matrix
        schema: {type: string}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/UserUpdate'}
      responses:
        '204': {description: ''}
  /users/{key}/photo:
    get:
      x-odcgen-name: photos.get
      parameters:
      - name: key
        in: path
        required: true
        schema: {type: string}
      responses:
        '200':
          description: ''
          content:
            image/png:
              schema: {type: string, format: binary}
    put:
      x-odcgen-name: photos.replace
      parameters:
      - name: key
        in: path
        required: true
        schema: {type: string}
      requestBody:
        required: true
        content:
          image/png:
            schema: {type: string, format: binary}
      responses:
        '204': {description: ''}
    post:
      x-odcgen-name: photos.create
      parameters:
      - name: key
        in: path
        required: true
        schema: {type: string}
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                note: {type: string}
                size: {type: integer}
      responses:
        '204': {description: ''}
  /uploads:
    get:
      x-odcgen-name: uploads.get
      x-odcgen-upload: {method: upload, url: where}
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                type: object
                properties:
                  where: {type: string}
  /notes:
    put:
      x-odcgen-name: notes.replace
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/Note'}
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Note'}
  /either:
    get:
      x-odcgen-name: either.get
      responses:
        '200':
          description: ''
          content:
            application/json:
              schema:
                oneOf:
                - {$ref: '#/components/schemas/Cat'}
                - {$ref: '#/components/schemas/Dog'}
                - {type: string}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-API-Key}
  schemas:
    Status:
      type: string
      enum: [Active, Inactive]
    Level:
      type: integer
      enum: [1, 2]
    Empty:
      type: object
      properties:
        secret: {type: string, writeOnly: true}
    Cat:
      type: object
      required: [kind]
      properties:
        kind:
          type: string
          enum: [cat]
        paws: {type: integer}
    Dog:
      type: object
      required: [kind]
      properties:
        kind:
          type: string
          enum: [dog]
        bark: {type: boolean}
    Pet:
      oneOf:
      - {$ref: '#/components/schemas/Cat'}
      - {$ref: '#/components/schemas/Dog'}
      discriminator:
        propertyName: kind
        mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}
    Note:
      type: object
      required: [text]
      properties:
        text: {type: string}
        until: {type: string, format: date-time}
    UserUpdate:
      type: object
      required: [name]
      properties:
        name: {type: string}
        born:
          type: [string, 'null']
          format: date
        seen: {type: string, format: date-time}
      additionalProperties: {type: integer}
    User:
      type: object
      description: A user.
      required: [key, _link, until]
      additionalProperties: {$ref: '#/components/schemas/Cat'}
      properties:
        key: {type: string, format: uuid, description: The key.}
        _link: {type: string}
        _more: {type: string}
        until: {type: [string, 'null'], format: date}
        name: {type: string}
        born: {type: string, format: date}
        seen: {type: string, format: date-time}
        size: {type: number}
        age: {type: integer}
        active: {type: boolean}
        status: {$ref: '#/components/schemas/Status'}
        level: {$ref: '#/components/schemas/Level'}
        any: {}
        nothing: {$ref: '#/components/schemas/Empty'}
        fixed: {const: x}
        pet: {$ref: '#/components/schemas/Pet'}
        pets:
          type: array
          items: {$ref: '#/components/schemas/Pet'}
        pairs:
          type: object
          additionalProperties: {type: string}
        maybe:
          type: array
          items:
            type: [string, 'null']
        parent: {$ref: '#/components/schemas/User'}
""")
